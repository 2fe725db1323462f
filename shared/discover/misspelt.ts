/**
 * Mail domains that very many people have, those that most have first. `names` can be slipped on anywhere; `words` are words of a
 * language or near to one, so that leaving out or hitting another letter easily gives somebody else's name.
 */
const names = [
  'gmail.com',
  'hotmail.com',
  'yahoo.com',
  'outlook.com',
  'icloud.com',
  'googlemail.com',
  'gmx.de',
  'gmx.net',
  'gmx.at',
  'gmx.ch',
  't-online.de',
  'aol.com',
  'hotmail.co.uk',
  'hotmail.fr',
  'hotmail.de',
  'hotmail.it',
  'hotmail.es',
  'yahoo.co.uk',
  'yahoo.fr',
  'yahoo.de',
  'yahoo.it',
  'yahoo.es',
  'yahoo.com.br',
  'yahoo.co.jp',
  'yahoo.co.in',
  'outlook.fr',
  'outlook.de',
  'outlook.es',
  'outlook.com.br',
  'wanadoo.fr',
  'laposte.net',
  'comcast.net',
  'verizon.net',
  'sbcglobal.net',
  'bellsouth.net',
  'btinternet.com',
  'protonmail.com',
  'yandex.ru',
  'bluewin.ch',
  'rediffmail.com',
  'bigpond.com',
] as const;
const words = [
  'live.com',
  'web.de',
  'msn.com',
  'gmx.com',
  'mail.ru',
  'orange.fr',
  'free.fr',
  'sfr.fr',
  'libero.it',
  'virgilio.it',
  'tiscali.it',
  'freenet.de',
  'posteo.de',
  'mailbox.org',
  'proton.me',
  'fastmail.com',
  'rambler.ru',
  'seznam.cz',
  'ziggo.nl',
  'att.net',
  'uol.com.br',
  'bol.com.br',
  'terra.com.br',
  'naver.com',
] as const;

/** Whose one domain everybody has: with another ending there are no mailboxes. */
const onlyDomainOf: Readonly<Record<string, string>> = {
  gmail: 'gmail.com',
  googlemail: 'googlemail.com',
  icloud: 'icloud.com',
  't-online': 't-online.de',
};
const otherEndings =
  /^(de|fr|it|es|nl|be|at|ch|pl|se|dk|no|net|org|info|eu|us|ca|in|co\.uk|com\.br|com\.au|co\.in)$/;

/** Slips on the first letter that give a name of nobody's; others may be anybody's name. */
const firstLetterSlips: Readonly<Record<string, string>> = {
  'otmail.com': 'hotmail.com',
  'jotmail.com': 'hotmail.com',
  'uahoo.com': 'yahoo.com',
  'tahoo.com': 'yahoo.com',
  'utlook.com': 'outlook.com',
  'iutlook.com': 'outlook.com',
};

/** Real names that are one slip from a target. */
const real: ReadonlySet<string> = new Set(['gail.com', 'gmx.net', 'gmx.at', 'gmx.ch', 'gmx.com']);

/** Names at which only an ending that cannot exist is taken for a slip: too short, or too near to others, for any other. */
const endingsOnly = [
  'tuta.com',
  'zoho.com',
  'ymail.com',
  'rocketmail.com',
  'mail.com',
  'me.com',
  'mac.com',
] as const;

/** Endings that exist although a slip on `.com` gives them: at these brands they are never meant. */
const neverMeant = /^(co|cm|om)$/;
const brands = /^(gmail|googlemail|hotmail|yahoo|outlook|icloud|aol|protonmail)$/;

/** Country codes (ISO 3166, and others in the root zone) and short general endings: a domain that ends in one may exist. */
const endings: ReadonlySet<string> = new Set(
  (
    'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck ' +
    'cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr ' +
    'gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls ' +
    'lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ' +
    'ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj ' +
    'tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw bet net com org ' +
    'cam cab cat dev med men meo met run frl itv nec new ong'
  ).split(' '),
);

/** Keys beside each other on QWERTY, QWERTZ and AZERTY keyboards. */
const rows = ['1234567890', 'qwertzuiop', 'qwertyuiop', 'azertyuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm'];
/** What looks alike in many typefaces: typed off a paper. */
const alike: ReadonlySet<string> = new Set(['l1', 'i1', 'o0']);
const belowEachOther = [
  'qaz',
  'wsx',
  'edc',
  'rfv',
  'tgb',
  'yhn',
  'ujm',
  'ik',
  'ol',
  'qwa',
  'wes',
  'erd',
  'rtf',
  'tyg',
  'uij',
];

/**
 * The well-known provider's domain that was meant, when a mail domain is one slip of the finger from it: two letters swapped, one left
 * out, one doubled, a key beside it, or an ending that is missing or does not exist. Undefined for any other, above all for real domains that happen
 * to be near one. `domain` is in lower case and A-labels.
 */
export function meantDomain(domain: string): string | undefined {
  const known: readonly string[] = [...names, ...words];
  if (known.includes(domain) || real.has(domain)) return undefined;
  const [label = '', ...rest] = domain.split('.');
  const only = onlyDomainOf[label];
  const ending = rest.join('.');
  if (only !== undefined && (otherEndings.test(ending) || (ending === 'com' && !only.endsWith('.com')))) {
    return only;
  }
  if (brands.test(domain)) return `${domain}.com`;
  return (
    firstLetterSlips[domain] ??
    endingsOnly.find((target) => isEndingSlip(domain, target)) ??
    known.find((target) => isEndingSlip(domain, target)) ??
    known.find((target) => isOneSlip(domain, target, (words as readonly string[]).includes(target)))
  );
}

/** Whether very many people have their mail there. */
export function isWellKnown(domain: string): boolean {
  return ([...names, ...words] as readonly string[]).includes(domain);
}

/** The well-known domains of that name, where its ending was left out: `gmx`. Those that most people have come first. */
export function domainsOf(name: string): readonly string[] {
  return [...names, ...words].filter((domain) => domain.startsWith(`${name}.`));
}

function isOneSlip(typed: string, target: string, isWord: boolean): boolean {
  const slip = slipBetween(typed, target);
  if (!slip) return false;
  const nameLength = target.indexOf('.');
  if (slip.kind === 'swapped' && target.slice(slip.at, slip.at + 2).includes('.')) return true;
  if (slip.at >= nameLength) return isNoEnding(typed, target);
  if (typed.slice(typed.indexOf('.')) !== target.slice(nameLength)) return false;
  // Of three letters, swapping any or leaving one out gives somebody's name.
  if (nameLength < 4) return slip.kind === 'doubled' && !isWord;
  if (slip.kind === 'swapped') return nameLength > 4;
  if (slip.kind === 'doubled') return true;
  return !isWord && nameLength > 4 && slip.at > 0;
}

/** The name is right and `.com`, `.net`, `.org` or a country's ending came out as one that does not exist: `.con`, `.c`, `.deu`. */
function isEndingSlip(typed: string, target: string): boolean {
  const name = target.slice(0, target.indexOf('.') + 1);
  const ending = typed.slice(name.length);
  const meant = target.slice(name.length);
  if (!typed.startsWith(name) || ending.includes('.') || meant.includes('.') || endings.has(ending))
    return false;
  return (
    ending !== '' && ending[0] === meant[0] && ending.length <= meant.length + 1 && isShortened(ending, meant)
  );
}

/** Letters of it in their order, with at most one that is another or is one too many. */
function isShortened(ending: string, meant: string): boolean {
  if (meant.startsWith(ending) || ending.startsWith(meant)) return true;
  return (
    ending.length === meant.length && [...ending].filter((letter, at) => letter !== meant[at]).length === 1
  );
}

/** Behind the name: the new ending is none that a domain can have, or one that nobody means at these brands. */
function isNoEnding(typed: string, target: string): boolean {
  const ending = typed.slice(typed.lastIndexOf('.') + 1);
  if (!typed.includes('.')) return true;
  const isSame = target.endsWith(`.${ending}`);
  const name = target.slice(0, target.indexOf('.'));
  if (typed === `${name}.${ending}` && neverMeant.test(ending)) return brands.test(name);
  return isSame || !endings.has(ending);
}

type Slip = {
  readonly kind: 'swapped' | 'left-out' | 'doubled' | 'beside' | 'added';
  readonly at: number;
};

/** The one slip that makes `typed` of `target`, and where in the target; null when there is none, or more than one. */
function slipBetween(typed: string, target: string): Slip | null {
  let at = 0;
  while (at < target.length && typed[at] === target[at]) at += 1;
  const behind = target.slice(at);
  const other = typed.slice(at);
  const [first = '', second = ''] = behind;
  if (other === behind.slice(1)) return { kind: 'left-out', at };
  if (other.slice(1) === behind && other[0] === target[at - 1]) return { kind: 'doubled', at: at - 1 };
  if (other.slice(1) === behind && isHitAsWell(other[0] ?? '', target[at - 1], first))
    return { kind: 'added', at };
  if (other === `${second}${first}${behind.slice(2)}`) return { kind: 'swapped', at };
  if (other.slice(1) === behind.slice(1) && isBeside(first, other[0] ?? '')) return { kind: 'beside', at };
  return null;
}

/** A key beside the one before or behind it, hit with the same finger. */
function isHitAsWell(added: string, before: string | undefined, behind: string): boolean {
  return isBeside(behind, added) || (before !== undefined && isBeside(before, added));
}

function isBeside(one: string, other: string): boolean {
  if (alike.has(`${one}${other}`)) return true;
  return [...rows, ...belowEachOther].some((row) => {
    const position = row.indexOf(one);
    return position !== -1 && (row[position - 1] === other || row[position + 1] === other);
  });
}
