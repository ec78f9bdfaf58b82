// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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
