// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import { checkUrl, type ReportIssuer } from '../config/readReportSettings';
import { selfServiceError } from '../errors';

/** Asymmetric ones: a public key that is taken for a shared secret signs nothing. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA'],
];
const TOLERANCE_SECONDS = 30;
const TIMEOUT_MILLISECONDS = 5_000;
const NETWORK_CODES = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT'];
/** A second look at an issuer that did not answer. */
const AGAIN_MILLISECONDS = 10_000;

/** What the token of a pipeline proves. */
export interface Pipeline {
  issuer: ReportIssuer;
  /** Its `sub`. */
  subject: string;
  /** `owner/repo`. */
  repository: string;
  commitSha: string;
}

type Keys = ReturnType<typeof createRemoteJWKSet>;

/** Verifies OIDC tokens of pipelines against the keys of the issuers that the configuration names. */
export class PipelineIdentity {
  readonly #issuers: ReportIssuer[];
  readonly #keys = new Map<ReportIssuer, Promise<Keys>>();

  static create(options: { issuers: ReportIssuer[] }): PipelineIdentity {
    return new PipelineIdentity(options.issuers);
  }

  private constructor(issuers: ReportIssuer[]) {
    this.#issuers = issuers;
  }

  /**
   * @throws an Error with the reason, for the log of the portal only, or ServiceUnavailableError
   * `report-issuer-unavailable`
   */
  async verify(token: string): Promise<Pipeline> {
    const { iss } = decodeJwt(token);
    const issuers = this.#issuers.filter(({ issuer }) => issuer === iss);
    if (issuers.length === 0) throw new Error(`no issuer "${iss}" is named`);
    let reason: unknown;
    for (const issuer of issuers) {
      try {
        return await this.#verifyBy(issuer, token);
      } catch (error) {
        if (isUnavailable(error)) {
          throw selfServiceError(
            'report-issuer-unavailable',
            { issuer: issuer.issuer },
            { cause: error },
          );
        }
        reason = error;
      }
    }
    throw reason;
  }

  async #verifyBy(issuer: ReportIssuer, token: string): Promise<Pipeline> {
    const { payload } = await jwtVerify(token, await this.#keysOf(issuer), {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: ALGORITHMS,
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['exp', 'sub'],
    });
    for (const [claim, value] of Object.entries(issuer.claims)) {
      if (payload[claim] !== value) {
        throw new Error(`the claim "${claim}" is not "${value}"`);
      }
    }
    return {
      issuer,
      subject: payload.sub!,
      repository: textOf(payload, issuer.repositoryClaim),
      commitSha: textOf(payload, issuer.commitClaim),
    };
  }

  /** Keys are kept by `jose`, and got anew for a key id that it does not know, though not at every token. */
  #keysOf(issuer: ReportIssuer): Promise<Keys> {
    const known = this.#keys.get(issuer);
    if (known) return known;
    const keys = keysUrlOf(issuer).then(url =>
      createRemoteJWKSet(url, { timeoutDuration: TIMEOUT_MILLISECONDS }),
    );
    this.#keys.set(issuer, keys);
    keys.catch(() => {
      const timer = setTimeout(
        () => this.#keys.delete(issuer),
        AGAIN_MILLISECONDS,
      );
      timer.unref();
    });
    return keys;
  }
}

class IssuerUnavailable extends Error {}

/** As the configuration says, or as the issuer does (OpenID Connect Discovery 1.0, section 4). */
async function keysUrlOf({ issuer, jwksUri }: ReportIssuer): Promise<URL> {
  if (jwksUri !== undefined) return new URL(jwksUri);
  const address = `${issuer.replace(
    /\/$/,
    '',
  )}/.well-known/openid-configuration`;
  let found: { issuer?: unknown; jwks_uri?: unknown };
  try {
    const response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    found = await response.json();
  } catch (error) {
    const words = isError(error) ? error.message : String(error);
    throw new IssuerUnavailable(`${address}: ${words}`);
  }
  if (found.issuer !== issuer) {
    throw new IssuerUnavailable(`${address} is of "${found.issuer}"`);
  }
  return checkUrl(String(found.jwks_uri));
}

/** The issuer's fault, or the network's, rather than the token's. */
function isUnavailable(error: unknown): boolean {
  if (error instanceof IssuerUnavailable) return true;
  if (error instanceof errors.JWKSTimeout) return true;
  if (!(error instanceof errors.JOSEError)) {
    // What fetching threw, by `jose` 5.
    return isError(error) && NETWORK_CODES.includes(String(error.code));
  }
  return /Expected 200 OK/.test(error.message);
}

function textOf(payload: Record<string, unknown>, claim: string): string {
  const value = payload[claim];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`the claim "${claim}" is missing`);
}
