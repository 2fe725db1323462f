import type { IntlMessageFormat } from 'intl-messageformat';
import type acts from './en/acts.json';
import type app from './en/app.json';
import type asker from './en/asker.json';
import type backend from './en/backend.json';
import type cli from './en/cli.json';
import type clientDevices from './en/client-devices.json';
import type clientDialogs from './en/client-dialogs.json';
import type clientFiles from './en/client-files.json';
import type clientNames from './en/client-names.json';
import type clientScreens from './en/client-screens.json';
import type clientServices from './en/client-services.json';
import type clientSteps from './en/client-steps.json';
import type clients from './en/clients.json';
import type common from './en/common.json';
import type comparison from './en/comparison.json';
import type computer from './en/computer.json';
import type computerChange from './en/computer-change.json';
import type discovery from './en/discovery.json';
import type explain from './en/explain.json';
import type findings from './en/findings.json';
import type help from './en/help.json';
import type letters from './en/letters.json';
import type practice from './en/practice.json';
import type proof from './en/proof.json';
import type reopened from './en/reopened.json';
import type secondLook from './en/second-look.json';
import type sending from './en/sending.json';
import type serve from './en/serve.json';
import type sharing from './en/sharing.json';
import type support from './en/support.json';
import type wizard from './en/wizard.json';
import type wizardLater from './en/wizard-later.json';

/** What the window itself says. */
export type WindowKey = keyof (typeof backend &
  typeof clientDevices &
  typeof clientDialogs &
  typeof clientFiles &
  typeof clientNames &
  typeof clientScreens &
  typeof clientServices &
  typeof clientSteps &
  typeof clients &
  typeof common &
  typeof comparison &
  typeof computer &
  typeof computerChange &
  typeof discovery &
  typeof help &
  typeof letters &
  typeof proof &
  typeof secondLook &
  typeof sending &
  typeof sharing &
  typeof wizard &
  typeof wizardLater);

/** The key of a message that a person reads, such as `port-25-blocked.headline`. */
export type TextKey =
  | WindowKey
  | keyof (typeof acts &
      typeof app &
      typeof asker &
      typeof cli &
      typeof explain &
      typeof findings &
      typeof practice &
      typeof reopened &
      typeof serve &
      typeof support);

/** A message as the build leaves it (`build/messages.mjs`): the sentence, or its parts when values go into it. */
export type Message = string | Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>;

/** The messages of one language, or some of them. */
export type Catalogue = Readonly<Partial<Record<TextKey, Message>>>;
