// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen } from '@testing-library/react';
import { renderKafka } from '../__testUtils__/renderKafka';
import {
  applicationStates,
  askStates,
  driftStates,
  environmentStates,
  listStates,
  type PageStates,
  partStates,
  policyStates,
  requestStates,
  resourceStates,
} from '../__testUtils__/states';
import { PAGES } from '../layout/pages';
import { SUBJECT_ASKS, TOPIC_ASKS } from '../pages/ask';
import { kafkaSelfServePlugin } from '../plugin';

const ROWS: PageStates[] = [
  applicationStates,
  askStates,
  driftStates,
  environmentStates,
  listStates,
  partStates,
  policyStates,
  requestStates,
  resourceStates,
].flat();

/** Where the plugin begins, and what is nowhere: tested below. */
const NO_PAGES = ['/', '*'];
/** Extensions that people see nothing of, and the page, whose routes are rows of their own. */
const UNSEEN = /^(api|page|request-source|search-filter-result-type):/;

const namesOf = (rows: PageStates[]) =>
  [...new Set(rows.map(({ page }) => page))].sort();
const asksOf = (path: string): readonly string[] =>
  path.startsWith('/topics/') ? TOPIC_ASKS : SUBJECT_ASKS;
const isPath = ({ page }: PageStates) => page.startsWith('/');

describe('the table of states', () => {
  it('has a row of every page, of each form about a topic its own', () => {
    const pages = Object.keys(PAGES)
      .filter(path => !NO_PAGES.includes(path))
      .flatMap(path =>
        path.endsWith('/:ask')
          ? asksOf(path).map(ask => path.replace(':ask', ask))
          : [path],
      );
    expect(namesOf(ROWS.filter(isPath))).toEqual(pages.sort());
  });

  it('has a row of every part that the plugin has in other pages', () => {
    // What an app reads of a plugin; its type tells only the app.
    const { extensions } = kafkaSelfServePlugin as unknown as {
      extensions: { id: string }[];
    };
    const parts = extensions.map(({ id }) => id).filter(id => !UNSEEN.test(id));
    expect(namesOf(ROWS.filter(row => !isPath(row)))).toEqual(parts.sort());
  });

  it('is about every page that others may link to', () => {
    const linked = Object.values(kafkaSelfServePlugin.routes).flatMap(ref =>
      'path' in ref ? [ref.path as string] : [],
    );
    expect(linked.length).toBeGreaterThan(15);
    expect(Object.keys(PAGES)).toEqual(expect.arrayContaining(linked));
  });
});

describe('what is no page', () => {
  it('begins with the environments', async () => {
    renderKafka({ path: '/kafka' });
    expect(
      await screen.findByText('No Kafka environment yet'),
    ).toBeInTheDocument();
  });

  it.each([
    '/kafka/nowhere',
    '/kafka/topics/dev/orders.created/eat',
    '/kafka/subjects/dev/orders.created-value/eat',
  ])('says of %s that it is not there', async path => {
    renderKafka({ path });
    expect(await screen.findByText(/not found|404/i)).toBeInTheDocument();
  });
});
