import { createHash } from 'node:crypto';
import { keyStorageName } from '../../shared/contract/browser-window.ts';
import { type PlainPage, plainPage } from './plain-page.ts';

/** The key stands in the page as data, so that the script is always the same and the policy can name it by its digest. */
const script =
  `sessionStorage.setItem(${JSON.stringify(keyStorageName)},document.querySelector('meta[name=key]').content);` +
  "location.replace('/');";
const digest = createHash('sha256').update(script).digest('base64');

/**
 * The page behind the opening address. It puts the window's key where only pages of this very origin, port included, can read it, and
 * goes on to the window. A script goes on instead of a redirect because a browser that was led here by another site's link keeps the
 * SameSite cookie back until a page of ours asks.
 */
export function openingPage(key: string): PlainPage {
  const page = plainPage(
    { headline: 'serve.entering.headline', detail: 'serve.entering.detail' },
    `<meta name="key" content="${key}"><script type="module">${script}</script>`,
  );
  const contentSecurityPolicy = `${page.contentSecurityPolicy}; script-src 'sha256-${digest}'; require-trusted-types-for 'script'; trusted-types 'none'`;
  return { ...page, contentSecurityPolicy };
}
