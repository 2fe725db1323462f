import { aFolder, type Ran, runProgram } from '../../../support/program.ts';

/** As go-ini's documentation has it: a value between backquotes is literal, apart from `%(name)s`; throws on other values with quotes. */
export function iniSection(text: string, section: string): Map<string, string> {
  const found = new Map<string, string>();
  let current = '';
  for (const line of text.split('\n')) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const [, heading] = /^\[(.*)\]$/.exec(line) ?? [];
    if (heading !== undefined) {
      current = heading;
      continue;
    }
    const [, name = '', raw, plain] = /^(\w+) = (?:`([^`]*)`|([\w+]+))$/su.exec(line) ?? [];
    const value = raw ?? plain;
    if (value === undefined || /%\(|\$\{|\$__\w+\{/.test(value))
      throw new Error(`go-ini would read this otherwise: ${line}`);
    if (current === section) found.set(name, value);
  }
  return found;
}

/** What the real go-ini finds in a section, as `name=value` lines of JSON strings. */
export async function goIni(text: string, section: string): Promise<Ran> {
  const program = `package main
import ("encoding/json"; "os"; "gopkg.in/ini.v1")
func main() {
  file, err := ini.Load(os.Args[1])
  if err != nil { panic(err) }
  json.NewEncoder(os.Stdout).Encode(file.Section(os.Args[2]).KeysHash())
}`;
  const path = await aFolder({ 'show.go': program, 'app.ini': text });
  return runProgram('go', ['run', path('show.go'), path('app.ini'), section], {
    environment: { GOPATH: '/usr/share/gocode', GOCACHE: path('cache'), GO111MODULE: 'off' },
  });
}
