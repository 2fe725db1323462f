import * as z from 'zod/mini';
import type { Client, ClientSettings } from '../../../shared/clients/client.ts';
import {
  besideFile,
  clients,
  findClient,
  renderClient,
  settingsFromReport,
} from '../../../shared/clients/index.ts';
import { exactVariant } from '../../../shared/clients/variant.ts';
import { fail, ok, type Result } from '../../../shared/model/problem.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import { type Answer, type Tool, tool } from './tool.ts';

/** A code to scan that holds the password is for a person's screen alone. */
const offered = clients.filter(({ kind }) => kind !== 'code');
const name = z.optional(z.string().check(z.maxLength(60)));

/** `settings`: what `postway export` prints, from a check of this conversation. Nothing is written anywhere. */
export const settingsTool: Tool = tool({
  name: 'settings',
  command: 'export',
  asksNetwork: false,
  description:
    'The settings that a check of this conversation found to work, as steps or as a file for one mail program, device or server. Holds no password, and writes nothing: a person has to enter them.',
  takes: {
    check: z.string().check(z.maxLength(40), z.describe('What `check` answered under `check`.')),
    program: z
      .enum(offered.map(({ id }) => id))
      .check(z.describe('Which program: thunderbird, outlook, … ; `text` for any.')),
    version: name.check(z.describe('Of a program with steps: which version.')),
    way: name.check(z.describe('Of a program with steps: which way to its settings.')),
    language: name.check(z.describe('Of a program with steps: the language of its menus, such as de.')),
  },
  async answer({ check, program, ...wanted }, session) {
    const report = session.recall(check, 'check');
    if (!report.ok) return report;
    const settings = settingsFromReport(session.shown(report.value));
    if (!settings.ok) return settings;
    const client = findClient(program);
    if (!client) return fail('program', said('cli.wrong.client', { found: program, clients: ids() }));
    return written(client, settings.value, wanted);
  },
});

function ids(): string {
  return offered.map(({ id }) => id).join(', ');
}

function written(
  client: Client,
  settings: ClientSettings,
  wanted: {
    readonly version?: string | undefined;
    readonly way?: string | undefined;
    readonly language?: string | undefined;
  },
): Result<Answer> {
  const variant =
    client.kind === 'steps'
      ? exactVariant(client, settings, { ...wanted, language: wanted.language ?? say.language })
      : ok(undefined);
  if (!variant.ok) return variant;
  const rendered = renderClient(client, settings, variant.value);
  if (!rendered.ok) return rendered;
  const { text, encoding } = rendered.value;
  const beside = client.kind === 'steps' ? [] : besideFile(client, settings);
  return ok({
    text: [...beside, encoding === undefined ? text : rendered.value.fileName].join('\n'),
    data: { program: client.id, ...rendered.value, notes: beside },
  });
}
