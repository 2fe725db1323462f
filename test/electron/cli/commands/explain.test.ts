import { describe, expect, test } from 'vitest';
import { run } from '../../../../electron/cli/run.ts';
import { Explanation } from '../../../../shared/model/explanation.ts';
import { fakeContext, fakeShell } from '../fake-shell.ts';

async function explained(argv: readonly string[], wanted: Parameters<typeof fakeShell>[0] = {}) {
  const { shell, stdout, stderr } = fakeShell(wanted);
  const status = await run(['explain', ...argv], fakeContext(shell));
  return { status, out: stdout(), err: stderr() };
}

describe('postway explain', () => {
  test('a known code ends with 0, and is said in words', async () => {
    const { status, out } = await explained(['0x800CCC0E']);
    expect(status).toBe(0);
    expect(out).toContain('No connection to the mail server was made');
    expect(out).toContain('the network blocks port 25');
    // Each may be the cause, not all of them at once.
    expect(out.replace(/\s+/g, ' ')).toMatch(/Most probable first: .* or /);
  });

  test('one cause alone is no list', async () => {
    const { out } = await explained(['550 5.1.1 User unknown']);
    expect(out).toContain("Most probably: the recipient's address is wrong.");
  });

  test('a recipient who waits is not said to have been given up', async () => {
    const fields = 'Final-Recipient: rfc822; two@example.com\nAction: delayed\nStatus: 4.4.7';
    const { out } = await explained([fields]);
    expect(out).toContain('not delivered yet, the server keeps trying');
    expect(out).not.toContain('gave up');
  });

  test('an unknown text ends with 1 and guesses nothing', async () => {
    const { status, out } = await explained(['failed']);
    expect(status).toBe(1);
    expect(out).toContain('not known');
  });

  test('--json prints the explanation and nothing else', async () => {
    const { status, out } = await explained(['535 5.7.8', '--json']);
    expect(status).toBe(0);
    expect(Explanation.parse(JSON.parse(out))).toMatchObject({ known: true, items: [{ replyCode: 535 }] });
  });

  test('an answer that begins with a dash is a text, not an option', async () => {
    const { status, out } = await explained(['-ERR [AUTH] Invalid credentials', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out).items[0].causes).toContain('login-rejected');
    expect((await explained(['-x'])).status).toBe(2);
  });

  test('a file and standard input are read', async () => {
    const files = { 'error.txt': 'ECONNREFUSED' };
    expect((await explained(['--file', 'error.txt'], { files })).status).toBe(0);
    expect((await explained([], { stdin: 'ECONNREFUSED' })).status).toBe(0);
    expect((await explained(['-'], { stdin: 'hello' })).status).toBe(1);
  });

  test.each([
    ['nothing', []],
    ['an empty text', ['  ']],
    ['a file that is not there', ['--file', 'none']],
    ['a text and a file', ['ECONNREFUSED', '--file', 'error.txt']],
  ])('%s is wrong use', async (_name, argv) => {
    const { status, err } = await explained(argv);
    expect(status).toBe(2);
    expect(err).toContain('postway explain');
  });
});

test('--for decides what the same text means, in words and in JSON', async () => {
  const text = 'getaddrinfo EAI_AGAIN smtp.provider.example';
  expect((await explained([text, '--for', 'container'])).out).toContain('For a program in a container:');
  expect((await explained([text, '--for', 'device'])).out).not.toContain('container');
  const { out } = await explained([text, '--for', 'container', '--json']);
  const explanation = Explanation.parse(JSON.parse(out));
  expect(explanation.asker).toEqual({ kind: 'container' });
  expect(explanation.advice?.[0]).toContain('It is this container');
});

test('an asker that was only guessed is said to be', async () => {
  const { out } = await explained(['Error: connect ECONNREFUSED 127.0.0.1:25']);
  expect(out.replace(/\s+/g, ' ')).toContain('Taken to be a program of your own; --for says otherwise.');
});
