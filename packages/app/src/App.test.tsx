// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('starts at the sign-in page, with the configured personas', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Fairway', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            personas: [{ userRef: 'user:default/pia', title: 'Engineer' }],
          },
        },
      ] as unknown as string,
    };

    render(App.createRoot());

    expect(
      await screen.findByRole('button', { name: 'pia, Engineer' }),
    ).toBeInTheDocument();
  });
});
