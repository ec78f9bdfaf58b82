// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  test as base,
  expect,
  type BrowserContext,
  type Page,
} from '@playwright/test';

/** Where a Kafka cluster is, and who may do everything there. */
export interface Broker {
  bootstrapServers: string[];
  superuser?: { username: string; password: string; mechanism: string };
}

/** A running portal, as support/portals.mjs started it. */
export interface Portal {
  /** Where the pages are. */
  address: string;
  /** Where the API is. */
  backend: string;
  /** The folder with its repositories. */
  data: string;
  /** The Apache Kafka of the production build, or why there is none; the demo has clusters of its own. */
  kafka?: Partial<Broker> & { missing?: string };
}

/** Something that went wrong in the browser without a person having asked for it. */
export interface Complaint {
  kind: 'console' | 'page' | 'request';
  text: string;
}

/** A signed-in person at the API. */
export interface Api {
  token: string;
  call(path: string, body?: unknown): Promise<{ status: number; body: any }>;
}

interface Fixtures {
  /** Opens the address as the persona with this name ("pia") and answers the page; everybody has one of their own. */
  signIn(name: string, path?: string): Promise<Page>;
  /** The same person at the API, without a browser. */
  api(name: string): Promise<Api>;
  /** git in a bare repository of the demo company. */
  git(repository: string, ...args: string[]): string;
  /** What the browser complained of so far. */
  complaints: Complaint[];
}

interface SharedFixtures {
  portal: Portal;
  /**
   * The browser of a persona, signed in. All tests share it, so that the app's code is loaded and compiled once; what
   * it remembers of a person beside that is forgotten by `signIn`.
   */
  browserOf(name: string): Promise<BrowserContext>;
}

const portals = (): Record<string, Portal> =>
  JSON.parse(process.env.FAIRWAY_E2E_PORTALS ?? '{}');

/** What the proxy in front of production tells the portal about a person. */
const proxyHeaders = (name: string) => ({
  'x-forwarded-user': name,
  'x-forwarded-email': `${name}@acme.example`,
});

function watch(page: Page, complaints: Complaint[]) {
  page.on('console', message => {
    if (message.type() === 'error') {
      complaints.push({
        kind: 'console',
        text: `${message.text()} (${message.location().url})`,
      });
    }
  });
  page.on('pageerror', error =>
    complaints.push({ kind: 'page', text: error.stack ?? error.message }),
  );
  page.on('requestfailed', request => {
    // A page that is left ends its own requests.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') {
      complaints.push({ kind: 'request', text: `${request.url()}: ${reason}` });
    }
  });
  page.on('response', response => {
    if (response.status() >= 400) {
      complaints.push({
        kind: 'request',
        text: `${response.url()}: ${response.status()}`,
      });
    }
  });
}

/** Where the demo keeps who was chosen, for each tab. */
const PERSONA_KEY = 'fairway.persona';

/** A new tab of the persona's browser that knows who it is, and nothing else. */
async function newTab(context: BrowserContext, portal: Portal): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: portal.address,
    storageTypes: 'local_storage,indexeddb',
  });
  await session.detach();
  return page;
}

export const test = base.extend<Fixtures, SharedFixtures>({
  portal: [
    async ({ browser: _browser }, use, { project }) => {
      await use(portals()[project.name]);
    },
    { scope: 'worker' },
  ],

  browserOf: [
    async ({ browser }, use, { project }) => {
      const contexts = new Map<string, BrowserContext>();
      await use(async name => {
        const known = contexts.get(name);
        if (known) return known;
        const production = project.name === 'production';
        const context = await browser.newContext(
          production ? { extraHTTPHeaders: proxyHeaders(name) } : {},
        );
        contexts.set(name, context);
        if (!production) {
          await context.addInitScript(
            ([key, persona]) => {
              // Frames without an address have no storage.
              if (window.origin === 'null') return;
              if (window.sessionStorage.getItem(key)) return;
              window.sessionStorage.setItem(key, persona);
            },
            [PERSONA_KEY, `user:default/${name}`],
          );
        }
        return context;
      });
      await Promise.all([...contexts.values()].map(each => each.close()));
    },
    { scope: 'worker' },
  ],

  complaints: async ({ browser: _browser }, use) => {
    await use([]);
  },

  signIn: async ({ browserOf, portal, complaints }, use) => {
    const pages = new Map<string, Page>();
    await use(async (name, path = '/') => {
      const known = pages.get(name);
      const page = known ?? (await newTab(await browserOf(name), portal));
      if (!known) {
        pages.set(name, page);
        watch(page, complaints);
      }
      await page.goto(`${portal.address}${path}`);
      if (!known) {
        await expect(
          page
            .getByRole('navigation', { name: 'sidebar nav' })
            .getByText('Create', { exact: true }),
        ).toBeVisible();
      }
      return page;
    });
    await Promise.all([...pages.values()].map(page => page.close()));
  },

  api: async ({ portal, request }, use, { project }) => {
    await use(async name => {
      const production = project.name === 'production';
      const provider = production ? 'oauth2Proxy' : 'personas';
      const signedIn = await request.get(
        `${portal.backend}/api/auth/${provider}/refresh`,
        {
          // A connection that was kept may be closed by the server just when it is used again.
          maxRetries: 2,
          headers: {
            'x-requested-with': 'XMLHttpRequest',
            ...(production
              ? proxyHeaders(name)
              : { 'x-fairway-persona': `user:default/${name}` }),
          },
        },
      );
      const { token } = (await signedIn.json()).backstageIdentity;
      return {
        token,
        call: async (path, body) => {
          const answer = await request.fetch(`${portal.backend}/api${path}`, {
            method: body ? 'POST' : 'GET',
            ...(!body && { maxRetries: 2 }),
            headers: { authorization: `Bearer ${token}` },
            data: body,
          });
          const text = await answer.text();
          return {
            status: answer.status(),
            body:
              text && /json/.test(answer.headers()['content-type'] ?? '')
                ? JSON.parse(text)
                : text,
          };
        },
      };
    });
  },

  git: async ({ portal }, use) => {
    await use((repository, ...args) =>
      execFileSync(
        'git',
        ['-C', join(portal.data, 'git/acme', `${repository}.git`), ...args],
        { encoding: 'utf8' },
      ),
    );
  },
});

export { expect };
