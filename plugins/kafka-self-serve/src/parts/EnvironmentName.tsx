// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from '@backstage/ui';
import { Fragment } from 'react';
import { useLinks } from '../layout/useLinks';

/** An environment by its name, as a link to its page. */
export const EnvironmentName = (props: { name: string }) => {
  const { environmentOf } = useLinks();
  return <Link href={environmentOf(props.name)}>{props.name}</Link>;
};

/** Several of them, separated by commas. */
export const EnvironmentNames = (props: { names: readonly string[] }) => (
  <>
    {props.names.map((name, index) => (
      <Fragment key={name}>
        {index > 0 && ', '}
        <EnvironmentName name={name} />
      </Fragment>
    ))}
  </>
);
