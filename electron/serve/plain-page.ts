import { createHash } from 'node:crypto';
import { say } from '../../shared/text/index.ts';
import type { PlainKey } from '../../shared/text/said.ts';

/** A page of words alone, for who has not been let in. */
export type PlainPage = { readonly html: string; readonly contentSecurityPolicy: string };

const style =
  ':root{color-scheme:light dark;font:1.125rem/1.6 system-ui,sans-serif}' +
  'main{max-width:34rem;margin:12vh auto;padding:0 1.5rem}h1{font-size:1.5rem;line-height:1.3}';

const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Words by their keys in the text table; `head`: more for the page's head, markup of ours. */
export function plainPage(
  words: { readonly headline: PlainKey; readonly detail: PlainKey },
  head = '',
): PlainPage {
  const headline = escaped(say(words.headline));
  return {
    contentSecurityPolicy,
    html: `<!doctype html>
<html lang="${say.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}
<title>${headline}</title><style>${style}</style></head>
<body><main><h1>${headline}</h1><p>${escaped(say(words.detail))}</p></main></body></html>
`,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
