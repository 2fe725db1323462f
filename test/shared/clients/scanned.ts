import { expect } from 'vitest';
import type { QrCode } from '../../../shared/clients/qr-code.ts';
import { aFolder, runProgram } from '../../support/program.ts';

/** What the real zbarimg reads from a picture of these modules, as it came: bytes read as UTF-8. */
export async function scanned(rows: QrCode['rows']): Promise<string> {
  const scale = 4;
  const wide = rows.map((row) => row.flatMap((isDark) => Array<string>(scale).fill(isDark ? '1' : '0')));
  const lines = wide.flatMap((row) => Array<string>(scale).fill(row.join(' ')));
  const picture = `P1\n${(rows[0]?.length ?? 0) * scale} ${lines.length}\n${lines.join('\n')}\n`;
  const path = await aFolder({ 'code.pbm': picture });
  const argv = ['--quiet', '--raw', '--oneshot', '-Sbinary', path('code.pbm')];
  const ran = await runProgram('zbarimg', argv);
  expect(ran).toMatchObject({ status: 0 });
  return ran.stdout;
}
