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
import { picture } from './pictures';

/** A running portal, as support/portals.mjs started it. */
export interface Portal {
  /** Where the pages are. */
  address: string;
  /** Where the API is. */
  backend: string;
  /** The folder with its repositories. */
  data: string;
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
  portal: Portal;
  /**
   * Opens the address as the persona with this name ("pia") and answers the page; everybody has a browser of their own.
   */
  signIn(name: string, path?: string): Promise<Page>;
  /** The same person at the API, without a browser. */
  api(name: string): Promise<Api>;
  /** git in a bare repository of the demo company. */
  git(repository: string, ...args: string[]): string;
  /** What the browser complained of so far. */
  complaints: Complaint[];
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

export const test = base.extend<Fixtures>({
  complaints: async ({ page: _page }, use) => {
    await use([]);
  },

  portal: async ({ page: _page }, use, { project }) => {
    await use(portals()[project.name]);
  },

  signIn: async (
    { page: first, browser, portal, complaints },
    use,
    { project },
  ) => {
    const pages = new Map<string, Page>();
    const contexts: BrowserContext[] = [];
    const newPage = async () => {
      if (pages.size === 0) return first;
      const context = await browser.newContext();
      contexts.push(context);
      return context.newPage();
    };
    const enter = async (page: Page, name: string, path: string) => {
      if (project.name === 'production') {
        await page.context().setExtraHTTPHeaders(proxyHeaders(name));
        await page.goto(`${portal.address}${path}`);
      } else {
        await page.goto(`${portal.address}${path}`);
        await picture(page, 'sign-in', {
          showing: page.getByRole('button', { name: /Pia/ }),
          height: 720,
        });
        await page
          .getByRole('button', { name: new RegExp(`\\b${name}\\b`, 'i') })
          .click();
      }
      await expect(
        page
          .getByRole('navigation', { name: 'sidebar nav' })
          .getByText('Create', { exact: true }),
      ).toBeVisible();
    };
    await use(async (name, path = '/') => {
      const page = pages.get(name) ?? (await newPage());
      if (pages.has(name)) {
        await page.goto(`${portal.address}${path}`);
      } else {
        pages.set(name, page);
        watch(page, complaints);
        await enter(page, name, path);
      }
      return page;
    });
    await Promise.all(contexts.map(context => context.close()));
  },

  api: async ({ portal, request }, use, { project }) => {
    await use(async name => {
      const production = project.name === 'production';
      const provider = production ? 'oauth2Proxy' : 'personas';
      const signedIn = await request.get(
        `${portal.backend}/api/auth/${provider}/refresh`,
        {
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
