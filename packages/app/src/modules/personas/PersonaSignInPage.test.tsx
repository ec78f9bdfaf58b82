// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { IdentityApi } from '@backstage/frontend-plugin-api';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PersonaSignInPage } from './PersonaSignInPage';

const pia = { userRef: 'user:default/pia', title: 'Payments engineer' };
const nia = {
  userRef: 'user:default/nia',
  name: 'Nia Haddad',
  title: 'Network operations',
  team: 'Networks',
  hint: 'Create a network',
};

const answer = (status: number, body: object) => async () =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
const claims = btoa(JSON.stringify({ sub: pia.userRef, exp: 4e9 }));
const session = {
  profile: { displayName: 'Pia Lindqvist' },
  backstageIdentity: {
    token: `e30.${claims}.sig`,
    identity: {
      type: 'user',
      userEntityRef: pia.userRef,
      ownershipEntityRefs: [pia.userRef, 'group:default/payments'],
    },
  },
};

const remembered = () =>
  [window.sessionStorage, window.localStorage].map(storage =>
    storage.getItem('fairway.persona'),
  );

describe('PersonaSignInPage', () => {
  const backend = jest.spyOn(global, 'fetch');
  const signedIn = jest.fn<void, [IdentityApi]>();
  const renderPage = (personas: object[] = [pia, nia]) =>
    renderInTestApp(<PersonaSignInPage onSignInSuccess={signedIn} />, {
      config: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: { baseUrl: 'http://localhost:7007' },
        organization: { name: 'Acme' },
        personas,
      },
    });

  beforeEach(() => {
    backend.mockReset();
    signedIn.mockReset();
    window.localStorage.clear();
    window.sessionStorage.clear();
  });

  it('offers a card for each persona, with team and what to try', async () => {
    renderPage();

    expect(
      await screen.findByRole('button', { name: 'pia, Payments engineer' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Nia Haddad, Network operations' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Team: Networks')).toBeInTheDocument();
    expect(screen.getByText('Create a network')).toBeInTheDocument();
    expect(backend).not.toHaveBeenCalled();
  });

  it('says what to do when nobody is listed', async () => {
    renderPage([]);

    expect(await screen.findByRole('status')).toHaveTextContent(
      'List people of your catalog under personas',
    );
  });

  it('asks the backend for the chosen persona, and forgets it at sign-out', async () => {
    backend.mockImplementation(answer(200, session));
    renderPage();

    await userEvent.click(
      await screen.findByRole('button', { name: 'pia, Payments engineer' }),
    );
    await waitFor(() => expect(signedIn).toHaveBeenCalledTimes(1));

    const [url, options] = backend.mock.calls[0];
    expect(url).toMatch(/\/api\/auth\/personas\/refresh$/);
    expect(new Headers(options?.headers).get('x-fairway-persona')).toBe(
      pia.userRef,
    );
    const [identity] = signedIn.mock.calls[0];
    expect((await identity.getBackstageIdentity()).userEntityRef).toBe(
      pia.userRef,
    );
    expect(remembered()).toEqual([pia.userRef, pia.userRef]);
    await identity.signOut();
    expect(remembered()).toEqual([null, null]);
  });

  it('signs in again by itself, each tab as its own person', async () => {
    backend.mockImplementation(answer(200, session));
    window.localStorage.setItem('fairway.persona', nia.userRef);
    window.sessionStorage.setItem('fairway.persona', pia.userRef);
    renderPage();

    await waitFor(() => expect(signedIn).toHaveBeenCalled());
    const headers = new Headers(backend.mock.calls[0][1]?.headers);
    expect(headers.get('x-fairway-persona')).toBe(pia.userRef);
  });

  it('asks again by itself while the catalog is still loading', async () => {
    backend.mockImplementationOnce(
      answer(503, {
        error: { name: 'ServiceUnavailableError', message: 'Still loading' },
        response: { statusCode: 503 },
      }),
    );
    backend.mockImplementation(answer(200, session));
    window.localStorage.setItem('fairway.persona', pia.userRef);
    renderPage();

    expect(await screen.findByRole('status')).toHaveTextContent(
      'Still loading',
    );
    await waitFor(() => expect(signedIn).toHaveBeenCalled(), { timeout: 5000 });
  });

  it('says why a persona is refused, and lets you be somebody else', async () => {
    backend.mockImplementation(
      answer(403, {
        error: { name: 'NotAllowedError', message: '"mo" is not a persona' },
        response: { statusCode: 403 },
      }),
    );
    window.localStorage.setItem('fairway.persona', 'user:default/mo');
    renderPage();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      '"mo" is not a persona',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Be somebody else' }),
    );
    expect(
      await screen.findByRole('button', { name: 'pia, Payments engineer' }),
    ).toBeInTheDocument();
    expect(remembered()).toEqual([null, null]);
    expect(signedIn).not.toHaveBeenCalled();
  });
});
