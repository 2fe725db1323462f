import { type Result, right, wrong } from '../model/problem.ts';
import { appleProfile } from './apple-profile.ts';
import { autodiscover } from './autodiscover.ts';
import { checkedSettings } from './checked-settings.ts';
import { type Client, type ClientSettings, ExportRefused, type Step, type StepsClient } from './client.ts';
import { django } from './django.ts';
import { dotenv } from './dotenv.ts';
import { exim } from './exim.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { k9 } from './k9.ts';
import { laravel } from './laravel.ts';
import { msmtp } from './msmtp.ts';
import { mutt } from './mutt.ts';
import { nodemailer } from './nodemailer.ts';
import { outlook } from './outlook.ts';
import { postfix } from './postfix.ts';
import { srv } from './srv.ts';
import { renderSteps } from './steps-text.ts';
import { swaks } from './swaks.ts';
import { text } from './text.ts';
import { thunderbird } from './thunderbird.ts';
import { thunderbirdAutoconfig } from './thunderbird-autoconfig.ts';
import { wordpress } from './wordpress.ts';

export { settingsFromReport } from './from-report.ts';

/** Every mail program that settings can be written for, in the order in which they are offered. */
export const clients: readonly Client[] = [
  ...[text, outlook, thunderbird],
  ...[html, appleProfile, k9],
  ...[json, msmtp, mutt, postfix, exim, nodemailer, django, laravel, wordpress, dotenv, swaks],
  ...[thunderbirdAutoconfig, autodiscover, srv],
];

/** The client of that id, as the command line and the window name it. */
export function findClient(id: string): Client | undefined {
  return clients.find((client) => client.id === id);
}

/** A file's name, media type and whole content. */
export type RenderedClient = { readonly fileName: string; readonly mediaType: string; readonly text: string };

/** Settings as a file or, for programs that load none, as steps in plain text. A value that cannot be carried is a Problem. */
export function renderClient(client: Client, settings: ClientSettings): Result<RenderedClient> {
  return carrying(() => {
    const checked = checkedSettings(settings);
    if (client.kind === 'steps') {
      return {
        fileName: `postway-${client.id}-steps.txt`,
        mediaType: 'text/plain; charset=utf-8',
        text: renderSteps(client, checked),
      };
    }
    return { fileName: client.fileName, mediaType: client.mediaType, text: client.render(checked) };
  });
}

/** The steps one by one, for a screen that shows them. A value that cannot be carried is a Problem. */
export function clientSteps(client: StepsClient, settings: ClientSettings): Result<readonly Step[]> {
  return carrying(() => client.steps(checkedSettings(settings)));
}

function carrying<T>(render: () => T): Result<T> {
  try {
    return right(render());
  } catch (error) {
    if (error instanceof ExportRefused) return wrong(error.field, error.message, 'refused');
    throw error;
  }
}
