import type { ClientSettings, ProgramWords } from './client.ts';
import {
  afterChoosing,
  checkBox,
  hostControl,
  passwordControls,
  portControl,
  userControls,
} from './controls.ts';
import type { Control } from './dialog.ts';
import type { AndroidMailLabel } from './labels/android-mail.ts';
import type { DrawWith } from './language.ts';
import { securityControl } from './security-control.ts';

type Word = Pick<DrawWith<AndroidMailLabel>, 'word'>;

/**
 * The form for sending of Android's own mail app, in the order of its screen (`account_setup_outgoing_fragment.xml`). Its security type changes the
 * port by itself, and stands below it. Gmail's app has the form as it is, Samsung's with few words changed.
 */
export function outgoingForm({ word }: Word, settings: ClientSettings): readonly Control[] {
  const { security } = androidMailWords({ word });
  const choices = [
    security.none,
    security.tls,
    `${security.tls} ${word('acceptAll')}`,
    security.starttls,
    `${security.starttls} ${word('acceptAll')}`,
  ];
  const needsLogin = settings.outgoing.auth !== 'none';
  return [
    hostControl(settings, word('smtpServer'), 1),
    portControl(settings, word('port'), afterChoosing(word('securityType')), 3),
    securityControl(settings, word('securityType'), security, { turn: 2, choices }),
    checkBox(word('requireSignIn'), needsLogin, undefined, 4),
    ...userControls(settings, word('username'), 5),
    ...passwordControls(settings, word('password'), { turn: 6 }),
  ];
}

/** What that form calls the kinds of encryption. The kind of login it finds by itself. */
export function androidMailWords({ word }: Word): ProgramWords {
  return {
    security: { none: word('none'), starttls: 'STARTTLS', tls: 'SSL/TLS' },
    login: { password: null, encrypted: null, oauth2: null, none: null },
  };
}
