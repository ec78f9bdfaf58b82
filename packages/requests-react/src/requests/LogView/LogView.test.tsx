// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { RequestLogLine } from '@fairway/requests-common';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { LogView } from './LogView';

const linesOf = (count: number): RequestLogLine[] =>
  Array.from({ length: count }, (_, index) => ({
    sequence: index + 1,
    at: '2026-10-01T09:00:00Z',
    text: `line ${index + 1}${(index + 1) % 4000 === 0 ? ' has an ERROR' : ''}`,
  }));

/** A log that grows by ten lines at a press. */
const Growing = (props: { follow?: boolean }) => {
  const [count, setCount] = useState(1000);
  return (
    <>
      <LogView lines={linesOf(count)} follow={props.follow} />
      <button onClick={() => setCount(count + 10)}>Grow</button>
    </>
  );
};

const region = () => screen.findByRole('region', { name: 'Lines of the log' });

/** As a browser does it: jsdom has no sizes. */
function scrollUp(element: HTMLElement) {
  Object.defineProperty(element, 'scrollHeight', {
    configurable: true,
    value: 20_000,
  });
  element.scrollTop = 0;
  fireEvent.scroll(element);
}

describe('LogView', () => {
  it('draws a part of 10,000 lines, and can be reached and scrolled by keyboard', async () => {
    renderInTestApp(<LogView lines={linesOf(10_000)} />);
    const log = await region();
    expect(log).toHaveAttribute('tabindex', '0');
    expect(within(log).getByText('line 1')).toBeInTheDocument();
    expect(log.querySelectorAll('[data-line]').length).toBeLessThan(200);
    expect(screen.getByText('10000 lines')).toBeInTheDocument();
  });

  it('jumps to the end', async () => {
    const user = userEvent.setup();
    renderInTestApp(<LogView lines={linesOf(10_000)} />);
    await user.click(
      await screen.findByRole('button', { name: 'Jump to the end' }),
    );
    const log = await region();
    expect(within(log).getByText('line 9999')).toBeInTheDocument();
    expect(within(log).queryByText('line 1')).not.toBeInTheDocument();
    expect(log).toHaveFocus();
  });

  it('follows what is added, until somebody scrolls up', async () => {
    const user = userEvent.setup();
    renderInTestApp(<Growing follow />);
    const log = await region();
    const follow = screen.getByRole('button', { name: 'Follow' });
    expect(follow).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByText('Grow'));
    expect(within(log).getByText('line 1010')).toBeInTheDocument();

    act(() => scrollUp(log));
    expect(follow).toHaveAttribute('aria-pressed', 'false');
    await user.click(screen.getByText('Grow'));
    expect(within(log).queryByText('line 1020')).not.toBeInTheDocument();

    await user.click(follow);
    expect(within(log).getByText('line 1020')).toBeInTheDocument();
  });

  it('finds text far away, goes from match to match by keyboard, and says which it is', async () => {
    const user = userEvent.setup();
    renderInTestApp(<LogView lines={linesOf(10_000)} />);
    await user.type(
      await screen.findByRole('searchbox', { name: 'Search the log' }),
      'error',
    );
    const log = await region();
    expect(screen.getByText('1 of 2 matches')).toHaveAttribute(
      'role',
      'status',
    );
    const current = () => log.querySelector('[aria-current="true"]');
    expect(current()).toHaveTextContent('4000line 4000 has an ERROR');
    expect(within(log).getByText('ERROR').tagName).toBe('MARK');
    await user.keyboard('{Enter}');
    expect(current()).toHaveTextContent('8000line 8000 has an ERROR');
    await user.keyboard('{Enter}');
    expect(current()).toHaveTextContent('4000line');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(current()).toHaveTextContent('8000line');
  });

  it('says that nothing was found', async () => {
    const user = userEvent.setup();
    renderInTestApp(<LogView lines={linesOf(3)} />);
    await user.type(await screen.findByRole('searchbox'), 'absent');
    expect(screen.getByText('No match')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next match' })).toBeDisabled();
  });

  it('leaves out the colours of a terminal, and copies what is seen', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderInTestApp(
      <LogView
        lines={[
          {
            sequence: 1,
            at: '2026-10-01T09:00:00Z',
            text: '\u001b[1m\u001b[31mFailed\u001b[0m to apply\r',
          },
        ]}
      />,
    );
    expect(await screen.findByText('Failed to apply')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy the log' }));
    expect(writeText).toHaveBeenCalledWith('Failed to apply');
  });

  it('says in words that there are no lines', async () => {
    renderInTestApp(<LogView lines={[]} />);
    expect(
      await screen.findByText(/There are no lines yet/),
    ).toBeInTheDocument();
  });
});
