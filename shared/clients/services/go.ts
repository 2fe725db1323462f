import { say } from '../../text/index.ts';
import type { ClientSettings, FileClient } from '../client.ts';
import { comment } from '../comment.ts';
import { takesLoginAlone } from '../offered.ts';
import { plainAddress } from '../required.ts';
import { goLogin } from './go-login.ts';

/** A whole program in Go, with the standard library alone, that sends one message. The certificate is checked. */
export const go: FileClient = {
  kind: 'text',
  id: 'go',
  name: 'Go (net/smtp)',
  group: 'developers',
  source: {
    name: 'Go 1.19: mail sent with it; package net/smtp',
    url: 'https://pkg.go.dev/net/smtp',
    checked: '2026-11-28',
  },
  fileName: 'postway-mail.go',
  mediaType: 'text/plain; charset=utf-8',
  comments: 'slashes',
  note: 'client.file.go',
  render: (settings) =>
    `${[comment('//', say('client.file.header'), say('client.file.go')), program(settings)].join('\n')}\n`,
};

function program(settings: ClientSettings): string {
  const { outgoing, displayName } = settings;
  const { host, port, security, auth } = outgoing;
  const user = goLogin(outgoing);
  const isLogin = user !== null && takesLoginAlone(settings);
  const mechanism =
    auth === 'password-encrypted'
      ? 'smtp.CRAMMD5Auth(user, os.Getenv("SMTP_PASSWORD"))'
      : isLogin
        ? 'loginAuth{user, os.Getenv("SMTP_PASSWORD")}'
        : 'smtp.PlainAuth("", user, os.Getenv("SMTP_PASSWORD"), host)';
  const usesTls = security !== 'none';
  return [
    'package main',
    '',
    'import (',
    ...(usesTls ? ['\t"crypto/tls"'] : []),
    ...(isLogin ? ['\t"errors"'] : []),
    '\t"fmt"',
    '\t"log"',
    '\t"net"',
    '\t"net/mail"',
    '\t"net/smtp"',
    ...(user === null ? [] : ['\t"os"']),
    ...(isLogin ? ['\t"strings"'] : []),
    ')',
    '',
    'func main() {',
    `\thost, port := ${literal(host)}, "${port}"`,
    ...(user === null ? [] : [`\tuser := ${literal(user)}`]),
    `\tfrom := mail.Address{Name: ${literal(displayName)}, Address: ${literal(plainAddress(settings))}}`,
    '\tto := from',
    security === 'tls'
      ? '\tconnection, err := tls.Dial("tcp", net.JoinHostPort(host, port), &tls.Config{ServerName: host})'
      : '\tconnection, err := net.Dial("tcp", net.JoinHostPort(host, port))',
    '\tcheck(err)',
    '\tclient, err := smtp.NewClient(connection, host)',
    '\tcheck(err)',
    ...(security === 'starttls' ? ['\tcheck(client.StartTLS(&tls.Config{ServerName: host}))'] : []),
    ...(user === null ? [] : [`\tcheck(client.Auth(${mechanism}))`]),
    '\tcheck(client.Mail(from.Address))',
    '\tcheck(client.Rcpt(to.Address))',
    '\tmessage, err := client.Data()',
    '\tcheck(err)',
    '\tfmt.Fprintf(message, "From: %s\\r\\nTo: %s\\r\\nSubject: it works\\r\\n\\r\\nsent\\r\\n", from.String(), to.String())',
    '\tcheck(message.Close())',
    '\tcheck(client.Quit())',
    '}',
    '',
    'func check(err error) {',
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '}',
    ...(isLogin ? loginAuth : []),
  ].join('\n');
}

/** The server knows LOGIN and no PLAIN, and Go's library has PLAIN alone: it asks for name and password one after the other. */
const loginAuth: readonly string[] = [
  '',
  'type loginAuth struct{ user, password string }',
  '',
  'func (a loginAuth) Start(server *smtp.ServerInfo) (string, []byte, error) {',
  '\tif !server.TLS {',
  '\t\treturn "", nil, errors.New("unencrypted connection")',
  '\t}',
  '\treturn "LOGIN", nil, nil',
  '}',
  '',
  'func (a loginAuth) Next(question []byte, more bool) ([]byte, error) {',
  '\tif !more {',
  '\t\treturn nil, nil',
  '\t}',
  '\tif strings.HasPrefix(strings.ToLower(string(question)), "user") {',
  '\t\treturn []byte(a.user), nil',
  '\t}',
  '\treturn []byte(a.password), nil',
  '}',
];

/** Every JSON string is a string literal of Go of the same value: the escapes of JSON are among its own. */
function literal(value: string): string {
  return JSON.stringify(value);
}
