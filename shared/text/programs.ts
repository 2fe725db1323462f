import clientDialogs from './en/client-dialogs.json' with { type: 'json' };
import clientFiles from './en/client-files.json' with { type: 'json' };
import clientScreens from './en/client-screens.json' with { type: 'json' };
import clientSteps from './en/client-steps.json' with { type: 'json' };
import clients from './en/clients.json' with { type: 'json' };
import { learn } from './index.ts';

// The words of mail programs come with the code about mail programs, which the window loads after its first screen.
learn({ ...clientDialogs, ...clientFiles, ...clientScreens, ...clientSteps, ...clients });
