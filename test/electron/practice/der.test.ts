import { expect, test } from 'vitest';
import { der } from '../../../electron/practice/der.ts';

const hex = (bytes: Buffer) => bytes.toString('hex');

test.each([
  ['an OID with parts above 127', der.oid('1.2.840.10045.4.3.2'), '06082a8648ce3d040302'],
  ['a short OID', der.oid('2.5.29.17'), '0603551d11'],
  ['a number whose first bit is set gets a zero before it', der.integer(Buffer.of(0x80)), '02020080'],
  ['a small number', der.integer(Buffer.of(2)), '020102'],
  ['true is all ones', der.true(), '0101ff'],
  ['bits that do not fill their byte', der.bitString(Buffer.of(0b110), 1), '03020106'],
  ['text', der.text('é'), '0c02c3a9'],
  ['nothing', der.sequence(), '3000'],
  ['around a value', der.explicit(0, der.integer(Buffer.of(2))), 'a003020102'],
  ['instead of a tag', der.implicit(2, Buffer.from('a')), '820161'],
  ['a set', der.set(der.true()), '31030101ff'],
])('writes %s', (_name, bytes, expected) => {
  expect(hex(bytes)).toBe(expected);
});

test('writes long lengths in as many bytes as they need', () => {
  expect(hex(der.octetString(Buffer.alloc(127)).subarray(0, 2))).toBe('047f');
  expect(hex(der.octetString(Buffer.alloc(128)).subarray(0, 3))).toBe('048180');
  expect(hex(der.octetString(Buffer.alloc(256)).subarray(0, 4))).toBe('04820100');
});

test('writes years from 2050 on in four digits (RFC 5280 section 4.1.2.5)', () => {
  expect(der.time(Date.UTC(2049, 11, 31, 23, 59, 59, 999)).toString('latin1')).toBe('\x17\x0d491231235959Z');
  expect(der.time(Date.UTC(2050, 0, 1)).toString('latin1')).toBe('\x18\x0f20500101000000Z');
});
