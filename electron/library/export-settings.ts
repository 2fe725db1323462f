import { clientCalled } from '../../shared/clients/called.ts';
import { besideFile, clients, renderClient, settingsFromReport } from '../../shared/clients/index.ts';
import { exactVariant } from '../../shared/clients/variant.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { say, sayIn } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import type { Say } from '../../shared/text/words.ts';
import type { ExportedSettings, ExportOptions } from './api.d.ts';

/**
 * A report's settings for one program, in these words. What writes for mail programs speaks to one reader: this says whom to, and has ended
 * before another call can say so.
 */
export function settingsFor(
  report: Report,
  program: string,
  { version, way, menus }: ExportOptions,
  words: Say,
): Result<ExportedSettings> {
  sayIn(words);
  const { client } = clientCalled(program);
  if (!client) {
    const ids = clients.filter(({ kind }) => kind !== 'code').map(({ id }) => id);
    const found = program.slice(0, 60);
    return fail('program', said('cli.wrong.client', { found, clients: ids.join(', ') }), 'not-found');
  }
  const settings = settingsFromReport(report);
  if (!settings.ok) return settings;
  const variant =
    client.kind === 'steps'
      ? exactVariant(client, settings.value, { version, way, language: menus ?? say.language })
      : ok(undefined);
  if (!variant.ok) return variant;
  const rendered = renderClient(client, settings.value, variant.value);
  if (!rendered.ok) return rendered;
  const warnings = client.kind === 'steps' ? [] : besideFile(client, settings.value);
  return ok({ program: client.id, ...rendered.value, warnings });
}
