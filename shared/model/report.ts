import * as z from 'zod/mini';
import { said } from '../text/said.ts';
import { Act } from './act.ts';
import { Asker } from './asker.ts';
import { CurrentSettings, DiscoveryEntry, Suspicion } from './check.ts';
import { Disturbance } from './disturbance.ts';
import { Finding, FindingCode, type Judgement, Recommendation, type Recommended } from './finding.ts';
import { HereFact } from './here.ts';
import { Observation } from './observation.ts';
import { fail, ok, problemFromIssues, type Result } from './problem.ts';
import { Said } from './said.ts';

/** What is written. It has every field of the older one and adds `words`. */
export const reportSchema = 'postway-report/2';
/** What is read, for ever. */
const readableSchemas = ['postway-report/1', reportSchema] as const;

/** A saved report may not be larger than this, in characters. A full check is about 60 kB. */
export const maxReportChars = 1_000_000;

const label = z.string().check(z.maxLength(100));
/** ISO 8601 with its zone: `Date.parse` alone takes much else for a moment. */
function isMoment(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** An address, or a host with its port: RFC 5321 section 4.5.3.1. */
const named = z.string().check(z.maxLength(320));

/** The result of one check: self-contained, and the diagnosis can be recomputed from its observations. */
export const Report = z.object({
  schema: z.enum(readableSchemas),
  tool: z.object({ name: label, version: label }),
  /** BCP 47: the language of its words. Reports of schema 1, which are in English, do not say it. */
  language: z.optional(z.string().check(z.maxLength(40))),
  /** ISO 8601 UTC. */
  startedAt: z.string().check(z.maxLength(40), z.refine(isMoment)),
  elapsedMs: z.number().check(z.minimum(0)),
  /** The check ran in the practice network, not in the real one. */
  practice: z.boolean(),
  /** Which situation of the practice network it was. */
  practiceScenario: z.optional(label),
  /**
   * The networks that this computer's own addresses were in, such as `192.168.1.0/24`: enough to tell whether another check was made in the
   * same. A family without a way to the world is absent.
   */
  network: z.optional(z.object({ ipv4: z.optional(label), ipv6: z.optional(label) })),
  /** The check was stopped before it ended. */
  interrupted: z.optional(z.boolean()),
  /** The check ended because of a bug of ours: its verdict says so and concludes nothing. */
  internal: z.optional(z.boolean()),
  /** What names the person was left out: words in brackets stand in its place, and nobody's user name or address is known. */
  masked: z.optional(z.boolean()),
  /** Rules with a bug of ours: their findings are missing. */
  brokenRules: z.optional(z.array(FindingCode).check(z.maxLength(100))),
  input: z.object({
    address: z.optional(named),
    domain: z.optional(named),
    server: z.optional(named),
    current: z.optional(CurrentSettings),
    /** Settings for sending that an earlier check of this server saw to be encrypted, with a certificate that was right. */
    earlier: z.optional(z.array(CurrentSettings).check(z.maxLength(20))),
    /** Whether other operators' servers could be used as controls. */
    references: z.optional(z.boolean()),
  }),
  /** What an error text made us suspect (`CheckInput.suspicion`), and what the check says of it. */
  suspicion: z.optional(
    z.object({
      ...Suspicion.shape,
      outcome: z.enum(['confirmed', 'refuted', 'open', 'unknown']),
      text: z.string().check(z.maxLength(2000)),
      words: Said,
    }),
  ),
  /** For whom the verdict's advice is meant, where it is no mail program's. */
  asker: z.optional(Asker),
  verdict: Finding,
  findings: z.array(Finding).check(z.minLength(1), z.maxLength(100)),
  recommendation: z.nullable(Recommendation),
  observations: z.array(Observation).check(z.maxLength(2000)),
  discovery: z.array(DiscoveryEntry).check(z.maxLength(200)),
  /** What happened to this computer meanwhile. */
  disturbances: z.optional(z.array(Disturbance).check(z.maxLength(100))),
  /** What this computer itself does with names and connections, as far as it was looked into. */
  here: z.optional(z.array(HereFact).check(z.maxLength(100))),
  /** What the person did after the check: logins and test messages, in their order. */
  acts: z.optional(z.array(Act).check(z.maxLength(50))),
});
export type Report = Readonly<z.infer<typeof Report>>;

/** The mail address that was checked; undefined where it was a server or a domain, and where the address was left out of a masked report. */
export function addressIn({ masked, input }: Pick<Report, 'masked' | 'input'>): string | undefined {
  return masked ? undefined : input.address;
}

/** A report before it is put into words: what a check gives, in no language. */
export type JudgedReport = Omit<Report, 'schema' | 'language' | 'verdict' | 'findings' | 'recommendation'> & {
  readonly verdict: Judgement;
  readonly findings: readonly Judgement[];
  readonly recommendation: Recommended | null;
};

/** Reads a saved report. Every failure names the field and what would be right; nothing is half-read. */
export function parseReport(text: string): Result<Report> {
  if (text.length > maxReportChars) {
    return fail('report', said('report.too-large', { max: maxReportChars }), 'too-large');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('report', said('report.not-json'));
  }
  const found = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (!readableSchemas.some((schema) => schema === found)) {
    return fail(
      'schema',
      typeof found === 'string'
        ? said('report.other-schema', { found: found.slice(0, 60), readable: readableSchemas })
        : said('report.no-schema', { readable: readableSchemas }),
    );
  }
  const parsed = Report.safeParse(value);
  if (!parsed.success) return { ok: false, problem: problemFromIssues(parsed.error.issues, 'report') };
  return ok(parsed.data);
}

/** Writes a report so that a person can read it too. */
export function renderReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
