import type { ChangePreview, Handlers } from '../../shared/contract/contract.ts';
import type { FoundAccount } from '../../shared/model/found-account.ts';
import { ok } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';
import { foundServers } from './found-servers.ts';

type ComputerHandlers = Pick<Handlers, Extract<keyof Handlers, `computer.${string}`>>;

const profile = '/home/you/.thunderbird/Profiles/abcd1234.default-esr';

const thunderbirdAccount: FoundAccount = {
  id: '00000000000000a1',
  program: 'thunderbird',
  profile: 'default-esr',
  address: 'you@example.org',
  displayName: 'Jane Roe',
  ...foundServers,
  readFrom: `${profile}/prefs.js`,
};

const outlookAccount: FoundAccount = {
  ...thunderbirdAccount,
  id: '00000000000000b2',
  program: 'outlook',
  profile: 'Outlook',
  address: 'a-rather-long-name.for-an-account@department.example.net',
  outgoing: null,
  readFrom:
    'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles\\Outlook\\9375CFF0413111d3B88A00104B2A6676\\00000002',
};

const preview: ChangePreview = {
  previewId: 'p1',
  changes: [
    { label: 'Port', from: '25', to: '587', name: 'mail.smtpserver.smtp1.port' },
    {
      label: 'Connection security',
      from: 'None',
      to: 'STARTTLS',
      name: 'mail.smtpserver.smtp1.try_ssl',
    },
  ],
  alsoUsedBy: ['me@example.org'],
  isOpen: false,
  danger: null,
  file: `${profile}/prefs.js`,
  canUndo: false,
};

/** A computer with Thunderbird and Outlook on it, that does what it is asked. */
export const someComputer: ComputerHandlers = {
  'computer.find': async () =>
    ok({
      accounts: [thunderbirdAccount, outlookAccount],
      unread: [
        {
          where: '/home/you/snap/thunderbird/common/.thunderbird/profiles.ini',
          reason: said('computer.unread.not-allowed'),
        },
      ],
      places: ['/home/you/.thunderbird/profiles.ini', `${profile}/prefs.js`],
    }),
  'computer.preview': async () => ok(preview),
  'computer.apply': async () => ok({ backup: `${profile}/prefs-before-postway-2026-11-25-22-30-00-123.js` }),
  'computer.undo': async () => ok({ isWhole: true }),
};

/** The same while Thunderbird is open, and after an earlier change. */
export const openThunderbird: ComputerHandlers = {
  ...someComputer,
  'computer.preview': async () => ok({ ...preview, isOpen: true, canUndo: true }),
};

/** The same where the change would switch encryption off. */
export const dangerousChange: ComputerHandlers = {
  ...someComputer,
  'computer.preview': async () =>
    ok({ ...preview, danger: said('computer.danger.lowers', { host: 'mail.example.org' }) }),
};
