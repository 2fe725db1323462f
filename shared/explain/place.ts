import { parseHost } from '../parse/host-name.ts';
import { address, name, withoutClient } from './client-line.ts';

/** Where a text says that it happened. */
export type Place = { readonly host?: string; readonly port?: number };

const server = `localhost|${name}|${address}`;
const labelled = new RegExp(
  `(?:server|serveur|servidor|host|hostname|smtp-?server|hôte|сервер|サーバー?|服务器)(?:name)?(?: \\((?:e?smtp|imap|pop3?)\\))?(?: name)?[ :='"„“«]{1,5}(${server})`,
  'i',
);
const withAddress = new RegExp(`\\b(${name})\\[[0-9a-f.:]{3,45}\\](?::(\\d{2,5}))?`, 'i');
/** An IPv6 address with its port, which nothing else is written like. */
const inBrackets =
  /(?<![\w.])\[([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){1,7}(?:\d{1,3}(?:\.\d{1,3}){3})?)\]:(\d{2,5})/i;
const withScheme = new RegExp(
  `\\b(?:smtps?|submissions?|ssl|tls|tcp|imaps?|pop3s?)://(${server})(?::(\\d{2,5}))?`,
  'i',
);
const withPort = new RegExp(
  `(?<![\\w@.-])(${server})[:,]? ?(?::|port:? |\\(port )(?!53\\b)(\\d{2,5})\\b`,
  'i',
);
/** As Java's mail library lists them. */
const listed = new RegExp(`\\bhost, port: (${server}), (\\d{2,5})\\b`, 'i');
const looked = new RegExp(
  `(?:enotfound|eai_again|lookup|resolve(?: host)?:?|unknownhostexception:|connect(?:ing)? to|connected to|relay=|remote server|from) "?(${name})`,
  'i',
);
const likely = new RegExp(
  `(?<![\\w@./-])((?:smtps?\\d{0,3}|e?mail\\d{0,3}|mx\\d{0,3}|out(?:going|bound)?|relay|submission|send|post(?:out)?|imap\\d{0,2}|pop3?|mailout|smtp-[a-z0-9-]{1,30}|mail-[a-z0-9-]{1,30})\\.${name})`,
  'i',
);
const portAlone = /\bports?(?:[ :=#'"([]|\s(?:number|nummer|is|no\.?)){1,4}(\d{2,5})\b/i;
/** Places that texts point to for help; none is the person's server. */
const notServers =
  /(?:^|\.)(?:support\.google\.com|aka\.ms|go\.microsoft\.com|example\.(?:invalid|test))$|\.(?:eml|txt|php|py|js|mjs|ts|rb|java|go|html?|exe|dll|cs|log|so|jar|class)$/i;

/** The server and port that a text names. The name that stands where programs put the server wins over one that only looks like one. */
export function placeIn(whole: string): Place {
  const text = withoutClient(whole);
  const port = portOf(portAlone.exec(text)?.[1]);
  for (const pattern of [withScheme, withAddress, inBrackets, listed, labelled, withPort, looked, likely]) {
    const match = pattern.exec(text);
    const host = hostOf(match?.[1]);
    const own = portOf(match?.[2]) ?? port;
    if (host !== undefined) return { host, ...(own !== undefined && { port: own }) };
  }
  return port === undefined ? {} : { port };
}

function hostOf(found: string | undefined): string | undefined {
  if (found === undefined || notServers.test(found)) return undefined;
  const parsed = parseHost(found.replace(/\.$/, ''));
  return parsed.ok ? parsed.value.host : undefined;
}

function portOf(found: string | undefined): number | undefined {
  const port = Number(found);
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : undefined;
}
