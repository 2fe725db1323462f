import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Explanation } from '../../../../shared/model/explanation.ts';
import { builtCommandLine } from '../../../support/built.ts';

const { path } = builtCommandLine();
const environment = { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', HOME: '/nonexistent' };
const client = new Client({ name: 'test', version: '1.0.0' });
const limits = { timeout: 90_000 };

beforeAll(async () => {
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [path, 'mcp'], env: environment }),
  );
}, 60_000);
afterAll(() => client.close());

type Called = {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  readonly structuredContent?: Record<string, unknown>;
};
const call = async (name: string, given: Record<string, unknown>): Promise<Called> =>
  (await client.callTool({ name, arguments: given }, undefined, limits)) as Called;
const wordsOf = ({ content }: Called): string => content.map(({ text }) => text).join('\n');

describe('postway mcp', () => {
  test('lists its five tools, which change nothing and refuse every field that they do not know', async () => {
    expect(client.getServerVersion()).toMatchObject({ name: 'postway' });
    expect(client.getInstructions()).toContain('password');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['check', 'explain', 'discover', 'settings', 'compare']);
    for (const { annotations, inputSchema, title, description } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(inputSchema.additionalProperties).toBe(false);
      expect(Object.keys(inputSchema.properties ?? {}).join(' ')).not.toMatch(/pass|secret|token/i);
      for (const field of Object.values(inputSchema.properties ?? {}))
        expect(field).toHaveProperty('description');
      expect(title).toBeTruthy();
      expect(description?.length).toBeLessThan(500);
    }
    expect(JSON.stringify(tools).length).toBeLessThan(20_000);
  });

  test('tells a masked conversation neither the mail address nor the address of the line', async () => {
    const masked = new Client({ name: 'test', version: '1.0.0' });
    const args = [path, 'mcp', '--mask'];
    await masked.connect(new StdioClientTransport({ command: process.execPath, args, env: environment }));
    const given = { subject: 'you@practice.example', practice: 'blocklisted' };
    const told = await masked.callTool({ name: 'check', arguments: given }, undefined, limits);
    expect(JSON.stringify(told)).toContain('bl.practice.example');
    expect(JSON.stringify(told)).not.toMatch(/you@practice|203\.0\.113\.77/);
    const text = '550 5.7.1 relay not permitted, host 203.0.113.77:25';
    const explained = await masked.callTool({ name: 'explain', arguments: { text } }, undefined, limits);
    expect(explained.structuredContent).toMatchObject({ known: true });
    expect(JSON.stringify(explained)).not.toContain('203.0.113.77');
    await masked.close();
  });

  test.each(['check', 'explain', 'discover', 'settings', 'compare'])(
    '%s takes no password, and says which field it was',
    async (name) => {
      const refused = await call(name, { subject: 'you@example.org', password: 'hunter2' });
      expect(refused.isError).toBe(true);
      expect(wordsOf(refused)).toContain('password');
      expect(wordsOf(refused)).not.toContain('hunter2');
    },
  );

  test('explains a text as the command does', async () => {
    const known = await call('explain', { text: '535 5.7.8 Error: authentication failed' });
    expect(Explanation.parse(known.structuredContent)).toMatchObject({ known: true });
    expect(wordsOf(known).length).toBeGreaterThan(40);
    const unknown = await call('explain', { text: 'the quick brown fox' });
    expect(unknown.structuredContent).toMatchObject({ known: false });
    expect((await call('explain', { text: '' })).isError).toBe(true);
    expect(wordsOf(await call('explain', {}))).toMatch(/^text: .*missing/);
    expect(wordsOf(await call('explain', { text: 4 }))).toMatch(/^text: is to be a text$/);
    expect(wordsOf(await call('settings', { check: 'check-1', program: 'nope' }))).toMatch(
      /^program: is to be one of .*thunderbird/,
    );
    expect(wordsOf(await call('compare', { older: 'x'.repeat(41), newer: 'check-1' }))).toMatch(
      /^older: .*at most 40$/,
    );
    const half = await call('check', { subject: 'you@example.org', current: { host: 'mail.example.org' } });
    expect(wordsOf(half)).toMatch(/^current\.port: .*missing/);
  });

  test('checks, tells how it goes, and gives settings for a program and a comparison from it', async () => {
    const steps: string[] = [];
    const checked = (await client.callTool(
      { name: 'check', arguments: { subject: 'you@practice.example', practice: 'port-25-blocked' } },
      undefined,
      { ...limits, onprogress: ({ message }) => steps.push(message ?? '') },
    )) as Called;
    // Tried again, it is not the first check of this server.
    const { check } = checked.structuredContent as { check: string };
    expect(check).toMatch(/^check-\d+$/);
    expect(checked.structuredContent).toMatchObject({
      practice: true,
      verdict: { code: 'port-25-blocked' },
      recommendation: { outgoing: { port: 587 } },
    });
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.join('\n')).toMatch(/:587 ok/);

    const settings = await call('settings', { check, program: 'msmtp' });
    expect(wordsOf(settings)).toMatch(/^port 587$/m);
    expect((await call('settings', { check: 'check-9', program: 'msmtp' })).isError).toBe(true);
    expect((await call('settings', { check, program: 'no-such' })).isError).toBe(true);

    const other = await call('check', { subject: 'you@practice.example', practice: 'everything-open' });
    const newer = (other.structuredContent as { check: string }).check;
    expect(newer).not.toBe(check);
    const compared = await call('compare', { older: check, newer });
    expect(compared.structuredContent).toMatchObject({ schema: 'postway-comparison/1' });
    expect(wordsOf(await call('compare', { older: check, newer: 'check-70' }))).toContain(newer);
  });

  test('a check that is cancelled hangs up, and the next one gets its turn', async () => {
    let greeted = 0;
    const closed: Promise<void>[] = [];
    const mute = createServer((socket) => {
      greeted += 1;
      closed.push(new Promise((resolve) => void socket.on('close', () => resolve()).on('error', () => {})));
    });
    await new Promise<void>((resolve) => void mute.listen(0, '127.0.0.1', () => resolve()));
    const { port } = mute.address() as { port: number };
    try {
      const stop = new AbortController();
      const given = { subject: `127.0.0.1:${port}`, ports: [port], references: false, lookup: false };
      const asked = client.callTool({ name: 'check', arguments: given }, undefined, {
        ...limits,
        signal: stop.signal,
      });
      asked.catch(() => undefined);
      while (greeted === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      stop.abort();
      await expect(asked).rejects.toThrow();
      await Promise.all(closed);
      expect((await call('check', { subject: 'you@', references: false })).isError).toBe(true);
      expect((await call('discover', { subject: '192.0.2.1:25' })).isError).toBe(true);
      const next = await call('check', { subject: 'you@practice.example', practice: 'everything-open' });
      expect(next.structuredContent).toMatchObject({ verdict: { code: 'all-clear' } });
    } finally {
      mute.close();
    }
  });

  test('a tool that is not there is an error of the call, and nothing ends', async () => {
    const refused = await call('apply', {});
    expect(refused.isError).toBe(true);
    expect(wordsOf(refused)).toBe(
      'name: there is no tool apply; there are: check, explain, discover, settings, compare',
    );
    expect((await client.listTools()).tools.length).toBe(5);
  });
});

describe('its process', () => {
  const started = () => spawn(process.execPath, [path, 'mcp'], { env: environment, stdio: 'pipe' });
  const endOf = (child: ReturnType<typeof started>): Promise<number | null> =>
    new Promise((resolve) => void child.once('close', resolve));

  test('ends with 0 when the assistant closes its end', async () => {
    const child = started();
    child.stdin.end();
    expect(await endOf(child)).toBe(0);
  });

  test('a last line without an end is answered', async () => {
    const child = started();
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text;
    });
    child.stdin.end('{"jsonrpc":"2.0","id":1,"method":"ping"}');
    expect(await endOf(child)).toBe(0);
    expect(JSON.parse(said)).toEqual({ jsonrpc: '2.0', id: 1, result: {} });
  });

  test('ends with 130 on Ctrl-C', async () => {
    const child = started();
    const ask = { jsonrpc: '2.0', id: 1, method: 'ping' };
    child.stdin.write(`${JSON.stringify(ask)}\n`);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGINT');
    expect(await endOf(child)).toBe(130);
  });

  test('answers what is no message with its error, and says nothing else on standard output', async () => {
    const child = started();
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text;
    });
    child.stdin.on('error', () => undefined); // it hangs up
    child.stdin.write('hello\n{"a":1}\n{"jsonrpc":"2.0","id":1,"method":"ping"}\n');
    const lines = (): string[] => said.split('\n').slice(0, -1);
    while (lines().length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lines().map((line) => JSON.parse(line))).toEqual([
      { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'Parse error' } },
      { jsonrpc: '2.0', id: null, error: { code: -32600, message: 'Invalid Request' } },
      { jsonrpc: '2.0', id: 1, result: {} },
    ]);
    child.stdin.end();
    expect(await endOf(child)).toBe(0);
  });

  test.each([
    ['tools/call', undefined, 'params: this field is missing; the tool needs it'],
    ['tools/call', { name: 4 }, 'params.name: is to be a text'],
    [
      'tools/call',
      { name: 'explain', arguments: 'text' },
      'params.arguments: is to be an object with named values',
    ],
    ['tools/call', { arguments: {} }, 'params.name: this field is missing; the tool needs it'],
    ['tools/list', { cursor: 4 }, 'params.cursor: is to be a text'],
    ['initialize', {}, 'params.protocolVersion: this field is missing; the tool needs it'],
  ])(
    '%s with %j names the field and what would be right, and is no error of ours',
    async (method, params, message) => {
      const asked = await spoken([{ jsonrpc: '2.0', id: 7, method, ...(params && { params }) }]);
      expect(asked).toEqual([{ jsonrpc: '2.0', id: 7, error: { code: -32602, message } }]);
    },
  );

  test('a line that is too long is answered once and left out, the next is read, and no memory grows', async () => {
    const child = started();
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text;
    });
    const lines = (): string[] => said.split('\n').slice(0, -1);
    const much = Buffer.alloc(1_000_000, 'a');
    const send = (bytes: Buffer | string) =>
      new Promise<void>((resolve) => void child.stdin.write(bytes, () => resolve()));
    const ping = (id: number) => send(`{"jsonrpc":"2.0","id":${id},"method":"ping"}\n`);
    await ping(1);
    while (lines().length < 1) await new Promise((resolve) => setTimeout(resolve, 20));
    const before = heldBy(child.pid);
    for (let sent = 0; sent < 150; sent += 1) await send(much);
    await send('\n');
    await ping(2);
    while (lines().length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    const { error, ...rest } = JSON.parse(lines()[1] ?? '');
    expect(rest).toEqual({ jsonrpc: '2.0', id: null });
    expect(error).toEqual({ code: -32600, message: expect.stringMatching(/longer than 4,000,000 bytes/) });
    expect(JSON.parse(lines()[2] ?? '')).toEqual({ jsonrpc: '2.0', id: 2, result: {} });
    expect(heldBy(child.pid) - before).toBeLessThan(60_000_000);
    child.stdin.end();
    expect(await endOf(child)).toBe(0);
  });

  /** Bytes of memory that a process has, where the system shows that. */
  function heldBy(pid: number | undefined): number {
    const file = `/proc/${pid}/status`;
    const [, kilobytes = '0'] = existsSync(file)
      ? (/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8')) ?? [])
      : [];
    return Number(kilobytes) * 1024;
  }

  /** What it answers to these, when nothing else is asked. */
  async function spoken(asked: readonly object[]): Promise<unknown[]> {
    const child = started();
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text;
    });
    child.stdin.write(asked.map((one) => `${JSON.stringify(one)}\n`).join(''));
    while (said.split('\n').length <= asked.length) await new Promise((resolve) => setTimeout(resolve, 20));
    child.stdin.end();
    await endOf(child);
    return said
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  }
});
