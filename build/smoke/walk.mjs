/** What the smoke test does with the window, whoever started the app: the real Electron (`build/smoke.mjs`) or its double in the tests. */
import { readFileSync } from 'node:fs';

const messages = (area) =>
  JSON.parse(readFileSync(new URL(`../../shared/text/en/${area}.json`, import.meta.url), 'utf8'));
const words = {
  ...messages('wizard'),
  ...messages('wizard-later'),
  ...messages('client-screens'),
  ...messages('practice'),
};

/** From the first screen through a practice check to its verdict, and one export. `say` hears what went well. Rejects when something does not. */
export async function walk(page, say) {
  const press = (name) => page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: words['wizard.address.title'] }).waitFor();
  say('the first screen: well');
  await press(words['wizard.ways.practice']);
  await page.getByRole('button', { name: words['practice.port-25-blocked.name'] }).click();
  await page.getByRole('button', { name: words['wizard.verdict.all-settings'] }).waitFor();
  say('a practice check, to its verdict: well');
  await press(words['wizard.verdict.all-settings']);
  await press(words['wizard.files.title']);
  await press(words['wizard.files.machines']);
  const copy = page.getByRole('button', { name: words['wizard.copy.name'].replace('{what}', 'msmtp') });
  await copy.click();
  await copy.filter({ hasText: words['wizard.copy.copied'] }).waitFor();
  say('an export, on the clipboard: well');
}
