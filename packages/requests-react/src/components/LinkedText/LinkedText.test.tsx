// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { LinkedText } from './LinkedText';

const show = async (text: string) => {
  renderInTestApp(
    <p data-testid="text">
      <LinkedText>{text}</LinkedText>
    </p>,
  );
  return screen.findByTestId('text');
};

describe('LinkedText', () => {
  it('names people and groups, and keeps the words around them', async () => {
    const text = await show(
      '"user:default/pat" has decided already. Ask group:default/approvers.',
    );
    expect(text).toHaveTextContent(/^pat has decided already. Ask approvers.$/);
    expect(within(text).getByTitle('user:default/pat')).toBeInTheDocument();
    expect(
      within(text).getByTitle('group:default/approvers'),
    ).toBeInTheDocument();
  });

  it.each([
    'Nothing to name here.',
    'The target service:dev/postgres and plugin:self-service are no people.',
    '',
  ])('leaves "%s" as it is', async text => {
    const shown = await show(text);
    expect(shown.textContent).toBe(text);
    expect(shown.children).toHaveLength(0);
  });
});
