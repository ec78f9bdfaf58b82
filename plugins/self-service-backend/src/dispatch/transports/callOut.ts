// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A call to an address of the configuration. A name can lead anywhere, also into the portal's own network, and elsewhere a
// moment later: the address that was looked at is the one that is connected to. No redirect is followed.
import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Nothing was sent; `isFinal` where trying again is of no use. */
export class NotSent extends Error {
  readonly isFinal: boolean;

  constructor(message: string, options: { isFinal: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.isFinal = options.isFinal;
  }
}

/** `dns.lookup` with all addresses; tests say what a name leads to. */
export type LookUp = (
  hostname: string,
  options: { all: true },
  callback: (
    error: NodeJS.ErrnoException | null,
    addresses: LookupAddress[],
  ) => void,
) => void;

export interface OutgoingCall {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
  allowPrivate: boolean;
  timeoutMilliseconds: number;
  signal: AbortSignal;
  lookUp?: LookUp;
}

/** Whether an address is one of the public internet (IANA's special-purpose registries, as ipaddr.js has them). */
export function isPublic(address: string): boolean {
  return (
    ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
  );
}

const refusedAddress = (host: string, address: string) =>
  new NotSent(
    `"${host}" leads to ${address}, which is no public address; whoever runs the portal can allow it with allowPrivate`,
    { isFinal: true },
  );

function guarded({ allowPrivate, lookUp }: OutgoingCall): LookupFunction {
  const find: LookUp = lookUp ?? dnsLookup;
  return (hostname, options, callback) => {
    find(hostname, { all: true }, (error, addresses) => {
      const fail = (reason: NodeJS.ErrnoException) => callback(reason, '', 0);
      if (error) return fail(error);
      const bad = addresses.find(
        ({ address }) => !allowPrivate && !isPublic(address),
      );
      if (bad) return fail(refusedAddress(hostname, bad.address));
      const [first] = addresses;
      if (!first) return fail(new Error(`"${hostname}" leads nowhere`));
      return options.all
        ? callback(null, addresses)
        : callback(null, first.address, first.family);
    });
  };
}

/**
 * Answers the status alone; what else comes back is thrown away.
 *
 * @throws NotSent where nothing was sent, every other error where it may have been
 */
export async function callOut(call: OutgoingCall): Promise<number> {
  const url = new URL(call.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !call.allowPrivate && !isPublic(host)) {
    throw refusedAddress(host, host);
  }
  const isSecure = url.protocol === 'https:';
  const send = isSecure ? httpsRequest : httpRequest;
  let isConnected = false;
  return new Promise<number>((resolve, reject) => {
    const outgoing = send(
      url,
      {
        method: call.method,
        headers: {
          ...call.headers,
          'content-length': String(Buffer.byteLength(call.body)),
        },
        // A connection of its own, so that each one is looked at.
        agent: false,
        lookup: guarded(call),
        signal: AbortSignal.any([
          call.signal,
          AbortSignal.timeout(call.timeoutMilliseconds),
        ]),
      },
      response => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      },
    );
    outgoing.on('socket', socket =>
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        isConnected = true;
      }),
    );
    outgoing.on('error', (error: Error) => {
      if (isConnected || error instanceof NotSent) reject(error);
      else {
        const { message } = error;
        const words = message || ((error as { code?: string }).code ?? 'error');
        reject(
          new NotSent(`${url.host} cannot be reached: ${words}`, {
            isFinal: false,
            cause: error,
          }),
        );
      }
    });
    outgoing.end(call.body);
  });
}
