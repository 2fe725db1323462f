import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { workFolder } from '../support/work-folder.ts';

const part = fileURLToPath(new URL('../../build/installer.nsh', import.meta.url));
const work = workFolder('nsis');

/** An installer around our part, with what electron-builder's script has defined where it inserts it. */
const script = `
Unicode true
Name "Postway"
OutFile "${work}/Postway-setup.exe"
InstallDir "$LOCALAPPDATA\\Programs\\postway"
RequestExecutionLevel user
!define APP_EXECUTABLE_FILENAME "Postway.exe"
!define isUpdated '"" != ""'
!include "LogicLib.nsh"
!include "${part}"
Section
  SetOutPath $INSTDIR
  WriteUninstaller "$INSTDIR\\uninstall.exe"
  !insertmacro customInstall
SectionEnd
Section Uninstall
  !insertmacro customUnInstall
SectionEnd
`;

describe("our part of Windows' installer", () => {
  needs('makensis');

  test('compiles without a warning, and writes into the own part of the registry alone', () => {
    const file = join(work, 'setup.nsi');
    writeFileSync(file, script);
    const said = execFileSync('makensis', ['-V4', '-WX', file], { encoding: 'utf8' });
    const entries = [...said.matchAll(/^(WriteReg\w+|DeleteReg\w+): (\S+)/gm)].map(([, , key]) => key);
    expect(entries).toHaveLength(5);
    for (const key of entries) expect(key).toMatch(/^HKCU\\Software\\Classes\\postway(\\|$)/);
  });
});
