import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import './wizard/wizard.css';
import './picture/picture.css';
import './steps/steps.css';
import './program/program.css';
import { speak } from '../shared/text/speak.ts';
import { wantedLanguage } from './wizard/language.ts';
import { keptTextSize, showTextSize } from './wizard/text-size.ts';

void show(); // ends in what the screens show, never rejects

/** Each part is a file of its own and so begins in a task of its own: all of them in one would keep the window from reacting for 60 ms. */
async function show(): Promise<void> {
  const language = wantedLanguage(localStorage, navigator.languages);
  showTextSize(keptTextSize(localStorage), document.documentElement);
  document.documentElement.lang = language;
  const spoken = speak(language, ['window']);
  const [wizard, { showPage, loadTheRest }] = await Promise.all([
    import('./begin.ts').then(({ beginWizard }) => beginWizard(spoken)),
    import('./page.tsx'),
  ]);
  const place = document.getElementById('page');
  if (!place) throw new Error('index.html has no place for the window');
  showPage(wizard, place);
  loadTheRest();
  await wizard.getState().begin();
}
