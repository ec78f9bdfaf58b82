// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CopyableCode } from './CopyableCode';

describe('CopyableCode', () => {
  it('copies the value and says so', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderInTestApp(<CopyableCode value="git log" label="the command" />);
    await user.click(
      await screen.findByRole('button', { name: 'Copy the command' }),
    );
    expect(await screen.findByText('Copied the command')).toBeInTheDocument();
    expect(writeText).toHaveBeenCalledWith('git log');
  });

  it('says what to do where the browser refuses', async () => {
    const user = userEvent.setup();
    renderInTestApp(<CopyableCode value="git log" label="the command" block />);
    const button = await screen.findByRole('button', {
      name: 'Copy the command',
    });
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('Not on plain HTTP'));
    await user.click(button);
    expect(
      await screen.findByText(
        'Could not copy. Select the text and copy it by hand.',
      ),
    ).toBeInTheDocument();
  });
});
