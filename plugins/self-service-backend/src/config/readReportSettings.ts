// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { at, invalid } from './at';

const HOUR = 3_600_000;
const LONGEST = 24 * HOUR;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whose OIDC tokens are taken, and how they name a repository and a commit. */
export interface ReportIssuer {
  /** The `iss` claim, letter by letter. */
  issuer: string;
  /** Its keys; found by the issuer's discovery document when left out. */
  jwksUri?: string;
  /** The `aud` claim: what the pipeline asked its token for. */
  audience: string;
  /** Claim that is `owner/repo`. */
  repositoryClaim: string;
  /** Claim that is the commit's id. */
  commitClaim: string;
  /** Host of the repositories that it speaks of; any, where only one repository has that name, when left out. */
  host?: string;
  /** Claims that have to have exactly these values, too. */
  claims: Record<string, string>;
}

/** How pipelines report. */
export interface ReportSettings {
  issuers: ReportIssuer[];
  /** How long a report token is good for. */
  tokenMilliseconds: number;
  /** Subjects of external access tokens that may report; all when left out. */
  subjects?: string[];
}

type Preset = Partial<
  Pick<ReportIssuer, 'issuer' | 'repositoryClaim' | 'commitClaim'>
> & { host: (issuer: string) => string };

const PRESETS: Record<string, Preset> = {
  'github-actions': {
    issuer: 'https://token.actions.githubusercontent.com',
    repositoryClaim: 'repository',
    commitClaim: 'sha',
    // The tokens of an enterprise server name the server itself.
    host: issuer =>
      issuer === 'https://token.actions.githubusercontent.com'
        ? 'github.com'
        : new URL(issuer).host,
  },
  gitlab: {
    issuer: 'https://gitlab.com',
    repositoryClaim: 'project_path',
    commitClaim: 'sha',
    host: issuer => new URL(issuer).host,
  },
};

/** @throws InputError `config-invalid` with the name of the key */
export function readReportSettings(config: Config): ReportSettings {
  const prefix = 'selfService.report';
  const issuers =
    at(`${prefix}.issuers`, () =>
      config.getOptionalConfigArray(`${prefix}.issuers`),
    ) ?? [];
  const read = issuers.map((entry, index) =>
    readIssuer(entry, `${prefix}.issuers[${index}]`),
  );
  const names = read.map(({ issuer, audience }) => `${issuer} ${audience}`);
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (twice !== -1) {
    throw invalid(
      `${prefix}.issuers[${twice}]`,
      `"${read[twice].issuer}" comes twice with the same audience`,
    );
  }
  return {
    issuers: read,
    tokenMilliseconds: readLifetime(config, `${prefix}.tokenLifetime`),
    subjects: at(`${prefix}.subjects`, () =>
      config.getOptionalStringArray(`${prefix}.subjects`),
    ),
  };
}

function readLifetime(config: Config, key: string): number {
  if (!config.has(key)) return HOUR;
  const lifetime = at(key, () =>
    durationToMilliseconds(readDurationFromConfig(config, { key })),
  );
  if (!(lifetime > 0 && lifetime <= LONGEST)) {
    throw invalid(key, 'it is not between a moment and 24 hours');
  }
  return lifetime;
}

function readIssuer(entry: Config, key: string): ReportIssuer {
  const name = at(`${key}.preset`, () => entry.getOptionalString('preset'));
  const preset = name === undefined ? undefined : PRESETS[name];
  if (name !== undefined && !Object.hasOwn(PRESETS, name)) {
    const known = Object.keys(PRESETS).map(each => `"${each}"`);
    throw invalid(`${key}.preset`, `"${name}" is none of ${known.join(', ')}`);
  }
  const text = (field: keyof ReportIssuer & string, preset_?: string) =>
    at(`${key}.${field}`, () =>
      preset_ === undefined
        ? entry.getString(field)
        : entry.getOptionalString(field) ?? preset_,
    );
  const issuer = text('issuer', preset?.issuer);
  const jwksUri = at(`${key}.jwksUri`, () =>
    entry.getOptionalString('jwksUri'),
  );
  at(`${key}.issuer`, () => checkUrl(issuer));
  if (jwksUri !== undefined) at(`${key}.jwksUri`, () => checkUrl(jwksUri));
  return {
    issuer,
    jwksUri,
    audience: text('audience'),
    repositoryClaim: text('repositoryClaim', preset?.repositoryClaim),
    commitClaim: text('commitClaim', preset?.commitClaim),
    host:
      at(`${key}.host`, () => entry.getOptionalString('host')) ??
      preset?.host(issuer),
    claims: at(`${key}.claims`, () => readClaims(entry)),
  };
}

function readClaims(entry: Config): Record<string, string> {
  const claims = entry.getOptionalConfig('claims');
  return Object.fromEntries(
    (claims?.keys() ?? []).map(claim => [claim, claims!.getString(claim)]),
  );
}

/** Keys that anybody on the way could exchange prove nothing. */
export function checkUrl(value: string): URL {
  const url = new URL(value);
  const isLoopback = LOOPBACK.includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) {
    throw new Error(`"${value}" is no https address`);
  }
  return url;
}
