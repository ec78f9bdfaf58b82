// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { Fragment } from 'react';

const PresentedLink = (props: { entityRef: string }) => {
  const { entityRef } = props;
  const { primaryTitle } = useEntityPresentation(entityRef);
  const entityLink = useRouteRef(entityRouteRef);
  if (!entityLink) return <span title={entityRef}>{primaryTitle}</span>;
  return (
    <Link
      href={entityLink(entityRouteParams(entityRef, { encodeParams: true }))}
      title={entityRef}
    >
      {primaryTitle}
    </Link>
  );
};

/**
 * The name of an entity as a link to its page, with the whole ref as title.
 * As `EntityRefLink` of the catalog, without Material UI; what is no ref is shown as text.
 */
export const EntityLink = (props: {
  entityRef: string;
  /** For refs that leave it out. */
  defaultKind: string;
}) => {
  const { entityRef, defaultKind } = props;
  try {
    const full = stringifyEntityRef(parseEntityRef(entityRef, { defaultKind }));
    return <PresentedLink entityRef={full} />;
  } catch {
    return <>{entityRef}</>;
  }
};

/** Several entities, separated by commas. */
export const EntityLinks = (props: { refs: string[]; defaultKind: string }) => (
  <>
    {props.refs.map((ref, index) => (
      <Fragment key={ref}>
        {index > 0 && ', '}
        <EntityLink entityRef={ref} defaultKind={props.defaultKind} />
      </Fragment>
    ))}
  </>
);
