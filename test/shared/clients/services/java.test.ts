import { describe, expect, test } from 'vitest';
import { java } from '../../../../shared/clients/services/java.ts';
import { aServer } from '../../../support/builders.ts';
import { needs } from '../../../support/needs.ts';
import { aFolder, runProgram } from '../../../support/program.ts';
import { expectCarried, type Found, fileOf } from '../carried.ts';
import { properties } from '../properties-reader.ts';

function read(text: string): Found {
  const found = properties(text);
  const smtp = (name: string) => found.get(`mail.smtp.${name}`);
  expect(smtp('from')).toBe(found.get('mail.from'));
  return {
    host: smtp('host') ?? '',
    port: Number(smtp('port')),
    security:
      smtp('ssl.enable') === 'true' ? 'tls' : smtp('starttls.required') === 'true' ? 'starttls' : 'none',
    username: smtp('user') ?? '',
    address: smtp('from') ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(java, read));

test("checks the server's name, and logs in only where the server wants it", () => {
  expect(fileOf(java)).toContain('mail.smtp.ssl.checkserveridentity=true\n');
  expect(fileOf(java, { outgoing: aServer({ auth: 'none' }) })).toContain('mail.smtp.auth=false\n');
  expect(fileOf(java, { outgoing: aServer({ auth: 'password-encrypted' }) })).toContain(
    'mail.smtp.sasl.enable=true\nmail.smtp.sasl.mechanisms=CRAM-MD5\n',
  );
});

describe('the real Java', () => {
  needs('java');
  test('reads back what means something to java.util.Properties', async () => {
    const username = ` a\\b:c=d#e!f\${g} ü漢`;
    const program = `import java.io.*; import java.util.*;
      public class Show { public static void main(String[] files) throws Exception {
        Properties found = new Properties(); found.load(new FileInputStream(files[0]));
        for (String key : new String[] { "mail.smtp.user", "mail.smtp.host", "mail.smtp.port" })
          System.out.write((found.getProperty(key) + "\\n").getBytes("UTF-8")); System.out.flush(); } }`;
    const path = await aFolder({
      'Show.java': program,
      settings: fileOf(java, { outgoing: aServer({ username }) }),
    });
    const ran = await runProgram('java', [path('Show.java'), path('settings')]);
    expect(ran, ran.stderr).toMatchObject({ status: 0 });
    expect(ran.stdout).toBe(`${username}\nmail.example.org\n587\n`);
  });
});
