// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Fragment } from 'react';
import { EntityLink } from '../EntityLink';

/** People and groups by their full refs, with the quotes around them if both are there. */
const REFS = /("?)((?:user|group):[a-z0-9-]+\/[\w.-]*\w)\1/gi;

/** A message of the server, in which people and groups have their names and lead to their pages. */
export const LinkedText = (props: { children: string }) => {
  const { children: text } = props;
  let end = 0;
  const pieces = [...text.matchAll(REFS)].map(({ 0: found, 2: ref, index }) => {
    const before = text.slice(end, index);
    end = index + found.length;
    return (
      <Fragment key={index}>
        {before}
        <EntityLink entityRef={ref} defaultKind="user" />
      </Fragment>
    );
  });
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
};
