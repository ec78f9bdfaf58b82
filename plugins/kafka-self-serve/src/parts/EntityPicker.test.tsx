// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { EntityPicker } from './EntityPicker';

const KINDS = ['group'];

function open(queryEntities: () => Promise<never>) {
  const onChange = jest.fn();
  const catalog = catalogApiMock.mock({ queryEntities });
  renderInTestApp(
    <EntityPicker
      label="Owner"
      description="Of the topics"
      kinds={KINDS}
      value=""
      onChange={onChange}
    />,
    { apis: [[catalogApiRef, catalog]] },
  );
  return { catalog, onChange };
}

describe('the picker of an entity', () => {
  it('says why the catalog suggests nothing, asks again, and takes what is typed meanwhile', async () => {
    const { catalog, onChange } = open(async () => {
      throw new TypeError('Failed to fetch');
    });
    expect(
      await screen.findByText(
        'Error: The catalog could not be searched: type the whole reference',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/Failed to fetch/)).toBeInTheDocument();
    await userEvent.type(screen.getByRole('combobox', { name: /Owner/ }), 'g');
    expect(onChange).toHaveBeenCalledWith('g');
    catalog.queryEntities.mockResolvedValue({
      items: [],
      totalItems: 0,
      pageInfo: {},
    });
    await userEvent.click(screen.getByText('Try again'));
    await waitFor(() =>
      expect(screen.queryByText(/Failed to fetch/)).not.toBeInTheDocument(),
    );
  });
});

describe('what is written into the picker of an entity', () => {
  const named = (name: string) => ({
    apiVersion: 'backstage.io/v1beta1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
  });
  const Held = () => {
    const [value, setValue] = useState('');
    return (
      <>
        <EntityPicker
          label="Owner"
          description="Of the topics"
          kinds={KINDS}
          value={value}
          onChange={setValue}
        />
        <button type="button">Next</button>
        <output>{value}</output>
      </>
    );
  };

  async function opened() {
    const entities = [named('orders'), named('payments')];
    renderInTestApp(<Held />, {
      apis: [[catalogApiRef, catalogApiMock({ entities })]],
    });
    const user = userEvent.setup();
    const field = await screen.findByRole('combobox', { name: /Owner/ });
    await user.click(field);
    await screen.findByRole('option', { name: 'group:default/orders' });
    return { user, field };
  }
  const held = () => screen.getByRole('status').textContent;

  it.each(['group:default/orders', 'group:default/not-in-the-list'])(
    'is kept when one goes on with Tab: %s',
    async ref => {
      const { user, field } = await opened();
      await user.type(field, ref);
      await user.tab();
      expect(field).not.toHaveFocus();
      expect(field).toHaveValue(ref);
      expect(held()).toBe(ref);
    },
  );

  it('takes the place of what was chosen', async () => {
    const { user, field } = await opened();
    await user.click(
      screen.getByRole('option', { name: 'group:default/payments' }),
    );
    expect(held()).toBe('group:default/payments');
    await user.tripleClick(field);
    await user.keyboard('group:default/orders');
    await user.tab();
    expect(field).toHaveValue('group:default/orders');
    expect(held()).toBe('group:default/orders');
  });

  it('is kept where somebody pointed at another one meanwhile', async () => {
    const { user, field } = await opened();
    await user.type(field, 'group:default/');
    await user.hover(
      screen.getByRole('option', { name: 'group:default/payments' }),
    );
    await user.tab();
    expect(held()).toBe('group:default/');
  });
});
