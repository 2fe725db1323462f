import { createHash } from 'node:crypto';
import {
  keyStorageName,
  languageStorageName,
  textSizeStorageName,
} from '../../shared/contract/browser-window.ts';
import type { WindowChoices } from '../../shared/contract/contract.ts';
import { type PlainPage, plainPage } from './plain-page.ts';

/** What changes stands in the page as data, so that the script is always the same and the policy can name it by its digest. */
const script =
  "const given=(name)=>document.querySelector('meta[name='+name+']').content;" +
  `sessionStorage.setItem(${JSON.stringify(keyStorageName)},given('key'));` +
  "for(const name of ['language','text-size'])" +
  `if(given(name))localStorage.setItem({language:${JSON.stringify(languageStorageName)},'text-size':${JSON.stringify(textSizeStorageName)}}[name],given(name));` +
  "location.replace('/');";
const digest = createHash('sha256').update(script).digest('base64');

/**
 * The page behind the opening address. It puts the window's key where only pages of this very origin, port included, can read it, and
 * goes on to the window. A script goes on instead of a redirect because a browser that was led here by another site's link keeps the
 * SameSite cookie back until a page of ours asks. What was chosen for the window goes the same way: this origin has forgotten it, because
 * each start has a port of its own.
 */
export function openingPage(key: string, { language, textSize }: WindowChoices = {}): PlainPage {
  const data = { key, language, 'text-size': textSize };
  const given = Object.entries(data).map(([name, value]) => `<meta name="${name}" content="${value ?? ''}">`);
  const page = plainPage(
    { headline: 'serve.entering.headline', detail: 'serve.entering.detail' },
    `${given.join('')}<script type="module">${script}</script>`,
  );
  const contentSecurityPolicy = `${page.contentSecurityPolicy}; script-src 'sha256-${digest}'; require-trusted-types-for 'script'; trusted-types 'none'`;
  return { ...page, contentSecurityPolicy };
}
