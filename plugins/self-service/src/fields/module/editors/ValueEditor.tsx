// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ChoiceEditor } from './ChoiceEditor';
import { JsonEditor } from './JsonEditor';
import { ListEditor } from './ListEditor';
import { MapEditor } from './MapEditor';
import { ObjectEditor } from './ObjectEditor';
import { TextEditor } from './TextEditor';
import type { EditorProps } from './types';

/** The editor of a value, by its schema; whatever has none of its own is edited as JSON. */
export const ValueEditor = (props: EditorProps) => {
  const { type, properties, items, additionalProperties } = props.schema;
  if (Array.isArray(props.schema.enum) || type === 'boolean') {
    return <ChoiceEditor {...props} />;
  }
  if (type === 'string' || type === 'number' || type === 'integer') {
    return <TextEditor {...props} />;
  }
  if (type === 'array' && typeof items === 'object' && !Array.isArray(items)) {
    return <ListEditor {...props} />;
  }
  if (type === 'object' && properties) return <ObjectEditor {...props} />;
  if (type === 'object' && typeof additionalProperties === 'object') {
    return <MapEditor {...props} />;
  }
  return <JsonEditor {...props} />;
};
