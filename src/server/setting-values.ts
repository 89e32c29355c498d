/** Parsers for the values of settings. All of them return undefined for an invalid value. */
import { isIP } from 'node:net';
import { longestOrganizationSlug, organizationSlug } from '../model/limits.ts';
import type { IndexCompression } from '../registry/documents.ts';
import { reservedSlugs } from './reserved-slugs.ts';

export type Parse<T> = (value: string) => T | undefined;

export const hour = 60 * 60 * 1000;
export const day = 24 * hour;

export const milliseconds = 'a number of milliseconds, from 10 to 86400000 (one day)';
export const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
export const slugRule = `letters a to z and digits, with single - or _ between them, at most ${longestOrganizationSlug}; not ${[...reservedSlugs.organization].filter((name) => /[a-z]/.test(name)).join(', ')}`;

export function whole(least: number, most: number): Parse<number> {
  return (value) => {
    const number = Number(value);
    return /^\d+$/.test(value) && number >= least && number <= most ? number : undefined;
  };
}

/** Parses a number of bytes, with or without a unit: `5000000`, `5GB`, `1.5 GiB`. */
export function size(least: number, most: number): Parse<number> {
  return (value) => {
    const [, number = '', prefix = '', binary = ''] =
      /^(\d{1,16}(?:\.\d{1,3})?) ?(?:(?:([kmgt])(i?))?b|bytes)?$/i.exec(value) ?? [];
    const bytes = Number(number) * (binary === '' ? 1000 : 1024) ** ' kmgt'.indexOf(prefix.toLowerCase() || ' ');
    return number !== '' && Number.isInteger(bytes) && bytes >= least && bytes <= most ? bytes : undefined;
  };
}

export function anything(value: string): string {
  return value;
}

/** Accepts the addresses of proxies that proxy-addr accepts, which Express uses. */
export function addresses(value: string): string | undefined {
  const areValid = value.split(',').every((part) => {
    const [address = '', prefix, ...more] = part.trim().split('/');
    if (['loopback', 'linklocal', 'uniquelocal'].includes(address)) return prefix === undefined;
    const bits = isIP(address) === 4 ? 32 : 128;
    const isPrefix =
      prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits);
    return isIP(address) !== 0 && isPrefix && more.length === 0;
  });
  return areValid ? value : undefined;
}

export function share(value: string): number | undefined {
  const number = Number(value);
  return /^[\d.]+$/.test(value) && number >= 0 && number <= 1 ? number : undefined;
}

export function flag(value: string): boolean | undefined {
  return { true: true, false: false }[value];
}

export function compression(value: string): IndexCompression | undefined {
  return value === 'gzip' || value === 'zstd' ? value : undefined;
}

export function level(value: string): string | undefined {
  return levels.includes(value) ? value : undefined;
}

export function baseUrl(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  const { protocol, username, password, href } = new URL(value);
  // `URL` treats an empty query or fragment as absent, but keeps it in `href`, to which paths are appended.
  const plain = !/[?#]/.test(href) && username === '' && password === '';
  const usable = (protocol === 'http:' || protocol === 'https:') && plain;
  return usable ? href.replace(/(?<!\/)\/+$/, '') : undefined;
}

export function postgresUrl(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  return ['postgres:', 'postgresql:'].includes(new URL(value).protocol) ? value : undefined;
}

export function slug(value: string): string | undefined {
  const usable =
    organizationSlug.test(value) && value.length <= longestOrganizationSlug && !reservedSlugs.organization.has(value);
  return usable ? value : undefined;
}

export function secret(value: string): string | undefined {
  return /^[\x21-\x7e]{16,200}$/.test(value) ? value : undefined;
}
