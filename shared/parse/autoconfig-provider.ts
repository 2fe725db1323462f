import type { Provider } from '../model/check.ts';
import { plainText } from './plain-text.ts';
import { type Published, secureUrl } from './published.ts';
import { childrenOf, childText, type XmlElement } from './xml.ts';

/** Steps of switching mail programs on that are kept; real files have one. */
const maxSteps = 5;

/** Called with the name of an element whose web address cannot be used, and what it said. */
type ReportUrl = (where: string, found: string) => void;

/**
 * What a config-v1.1 document says around its servers: help, what to switch on first, webmail, and the sign-in in the browser. Real
 * files have these inside the provider's element or beside it, so `scopes` are looked through in order. Of texts in several
 * languages the one in `language` is taken, else one whose language is not named, else the first. A client secret or a password in
 * the file is not read.
 */
export function aboutProvider(
  scopes: readonly XmlElement[],
  language: string,
  report: ReportUrl,
): Published['about'] {
  const all = (name: string): XmlElement[] => scopes.flatMap((scope) => childrenOf(scope, name));
  const help = helpPage([...all('documentation'), ...all('instruction')], language);
  const enable = all('enable')
    .flatMap((element) => stepOf(element, language))
    .slice(0, maxSteps);
  const [webmail] = all('webMail').flatMap((element) =>
    childrenOf(element, 'loginPage').flatMap((page) => secureUrl(page.attributes.url ?? '') ?? []),
  );
  const [signIn] = all('oAuth2').flatMap((element) => signInOf(element, report) ?? []);
  return {
    ...(help === undefined ? {} : { help }),
    ...(enable.length === 0 ? {} : { enable }),
    ...(webmail === undefined ? {} : { webmail }),
    ...(signIn === undefined ? {} : { signIn }),
  };
}

/** The language that a text or description is in, `undefined` where it is not named; `de-AT` counts as `de`. */
function languageOf({ attributes }: XmlElement): string | undefined {
  return attributes.lang?.toLowerCase().split(/[-_]/)[0];
}

function helpPage(elements: readonly XmlElement[], language: string): string | undefined {
  const pages = elements.flatMap((page) => {
    const url = secureUrl(page.attributes.url ?? '');
    return url === null ? [] : [{ url, languages: childrenOf(page, 'descr').map(languageOf) }];
  });
  const described = (wanted: string | undefined) => pages.find(({ languages }) => languages.includes(wanted));
  return (described(language) ?? described(undefined) ?? pages[0])?.url;
}

function stepOf(element: XmlElement, language: string): NonNullable<Provider['enable']> {
  const texts = childrenOf(element, 'instruction').filter(({ text }) => text !== '');
  const inLanguage = (wanted: string | undefined) => texts.find((text) => languageOf(text) === wanted);
  const chosen = inLanguage(language) ?? inLanguage(undefined) ?? texts[0];
  const at = secureUrl(element.attributes.visiturl ?? '');
  if (chosen === undefined && at === null) return [];
  return [
    {
      ...(chosen === undefined ? {} : { instruction: plainText(chosen.text.replace(/\s+/g, ' '), 300) }),
      ...(at === null ? {} : { at }),
    },
  ];
}

/** Only whole and over https: whoever could change it on the way would be given the sign-in. */
function signInOf(element: XmlElement, report: ReportUrl): NonNullable<Provider['signIn']> | null {
  const urlOf = (name: string): string | null => {
    const text = childText(element, name) ?? '';
    const url = secureUrl(text);
    if (url === null) report(`oAuth2 ${name}`, text);
    return url;
  };
  const authUrl = urlOf('authURL');
  const tokenUrl = urlOf('tokenURL');
  if (authUrl === null || tokenUrl === null) return null;
  const scope = childText(element, 'scope');
  return {
    issuer: plainText(childText(element, 'issuer') ?? new URL(authUrl).hostname, 255),
    ...(scope === undefined ? {} : { scope: plainText(scope.replace(/\s+/g, ' '), 1000) }),
    authUrl,
    tokenUrl,
  };
}
