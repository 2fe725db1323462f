import type { AskerKind } from '../../model/asker.ts';
import { said } from '../../text/said.ts';
import { type AskerFacts, type AskerLine, isLoopback, isMicrosoft } from './facts.ts';
import { hosterOf } from './hosters.ts';

/** The own server answers as it should, and nothing but notes and warnings was found. */
const works = ({ verdict }: AskerFacts): boolean => verdict === 'all-clear';

const isRight = ({ report: { recommendation } }: AskerFacts): boolean =>
  recommendation?.change !== null && recommendation?.change?.length === 0;

/** Device: the settings are right, but a check from a computer cannot look into it. */
const deviceIsRight: AskerLine = (facts) => {
  const best = facts.report.recommendation?.outgoing;
  if (!works(facts) || !best) return null;
  const values = { host: best.host, port: best.port, security: said(`client.security.${best.security}`) };
  return said(isRight(facts) ? 'asker.device.right' : 'asker.device.use', values);
};

/** Device: many get along with one of the two kinds of encryption only. */
const deviceOther: AskerLine = (facts) => {
  const { recommendation } = facts.report;
  const best = recommendation?.outgoing;
  const other = recommendation?.alternatives.find(
    ({ port, security }) => security !== 'none' && security !== best?.security && port !== 25,
  );
  if (!works(facts) || !other) return null;
  return said('asker.device.other', {
    port: other.port,
    security: said(`client.security.${other.security}`),
  });
};

const deviceLogin: AskerLine = (facts) =>
  works(facts) && facts.report.recommendation?.outgoing.auth !== 'none' ? said('asker.device.login') : null;

const deviceTls: AskerLine = ({ working }) => {
  const version = working.find(({ tls }) => tls)?.tls?.version;
  return version === undefined
    ? null
    : said('asker.device.tls', { version: version.replace('TLSv', 'TLS ') });
};

const deviceMicrosoft: AskerLine = ({ report }) =>
  isMicrosoft(report.recommendation?.outgoing.host ?? '') ? said('asker.device.microsoft') : null;

/** Container: names are looked up by the container's own resolver, never by somebody's router. */
const containerDns: AskerLine = ({ has }) =>
  has('dns-unreachable', 'dns-hijacked') ? said('asker.container.dns') : null;

const containerLoopback: AskerLine = ({ report, has, asker }) => {
  const host = report.input.current?.host ?? report.input.server ?? '';
  if (!has('this-computer') || !isLoopback(host)) return null;
  return said(asker.kind === 'container' ? 'asker.container.loopback' : 'asker.program.loopback', { host });
};

/** A program set to "secure" on a port that begins in clear, or the other way round: what its switch means. */
const secureSwitch: AskerLine = ({ report }) => {
  const change = report.recommendation?.change?.find(({ field }) => field === 'security');
  const best = report.recommendation?.outgoing;
  if (!change || !best || change.from === 'none' || best.security === 'none') return null;
  return said(`asker.program.switch.${best.security}`, { port: best.port });
};

/** An authority of a company's own is unknown to every program that brings its list along. */
const authority: AskerLine = ({ has, report }) => {
  if (!has('certificate-untrusted')) return null;
  const untrusted = report.observations.find(
    ({ role, tls }) => role === 'outgoing' && tls !== undefined && !tls.isPubliclyIssued,
  );
  const issuer = untrusted?.tls?.topIssuer || untrusted?.tls?.issuer;
  return issuer ? said('asker.program.authority', { issuer }) : null;
};

/** Server: who closes the port, and what works there. */
const hosterCloses: AskerLine = ({ has, report, asker }) => {
  const isClosed = has(
    'port-25-blocked',
    'submission-port-blocked',
    'submission-blocked',
    'mail-ports-blocked',
    'port-25-intercepted',
  );
  if (!isClosed) return null;
  const hoster = hosterOf(asker.hoster);
  const best = report.recommendation?.outgoing;
  if (hoster) {
    return said('asker.server.hoster', {
      name: hoster.name,
      closed: hoster.closed,
      open: hoster.open,
      way: hoster.opensBy,
    });
  }
  return best ? said('asker.server.closed-but', { port: best.port }) : said('asker.server.closed');
};

const serverRelay: AskerLine = ({ has }) =>
  has('port-25-blocked', 'port-25-intercepted', 'submission-blocked', 'mail-ports-blocked')
    ? said('asker.server.relay')
    : null;

/** Server: that programs can hand mail to it says nothing of the other leg. */
const otherLeg: AskerLine = (facts) => (works(facts) ? said('asker.server.other-leg') : null);

/** Who asks decides the words: the lines for each, the first thing to do first. */
export const askerLines: Readonly<Record<AskerKind, readonly AskerLine[]>> = {
  device: [deviceIsRight, deviceOther, deviceMicrosoft, deviceLogin, deviceTls],
  container: [containerDns, containerLoopback, secureSwitch, authority, hosterCloses],
  server: [hosterCloses, serverRelay, containerLoopback, secureSwitch, authority, otherLeg],
  program: [containerLoopback, secureSwitch, authority],
};
