// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/twmb/avro"
)

const defaultLevel = "BACKWARD"

var levels = map[string]bool{
	"NONE": true, "BACKWARD": true, "BACKWARD_TRANSITIVE": true, "FORWARD": true,
	"FORWARD_TRANSITIVE": true, "FULL": true, "FULL_TRANSITIVE": true,
}

// parse answers the Avro schema with the named types of its references; nil for the other types, which are not
// looked into.
func (s *store) parse(given schema) (*avro.Schema, error) {
	switch given.Type {
	case "":
		cache := &avro.SchemaCache{}
		if err := s.parseReferences(cache, given, map[*version]bool{}); err != nil {
			return nil, err
		}
		return cache.Parse(given.Text)
	case "JSON":
		if !json.Valid([]byte(given.Text)) {
			return nil, fmt.Errorf("it is not JSON")
		}
	case "PROTOBUF":
		if strings.TrimSpace(given.Text) == "" {
			return nil, fmt.Errorf("it is empty")
		}
	default:
		return nil, fmt.Errorf("there is no schema type %q", given.Type)
	}
	return nil, s.parseReferences(nil, given, map[*version]bool{})
}

// parseReferences reads what a schema refers to, deepest first; a nil cache only checks that it is all there.
func (s *store) parseReferences(cache *avro.SchemaCache, from schema, seen map[*version]bool) error {
	for _, r := range from.References {
		target := s.find(r.Subject, r.Version, active)
		if target == nil {
			return fmt.Errorf("the reference %q to version %d of %q leads nowhere", r.Name, r.Version, r.Subject)
		}
		if seen[target] {
			continue
		}
		seen[target] = true
		if err := s.parseReferences(cache, target.schema, seen); err != nil {
			return err
		}
		if cache != nil && target.schema.Type == "" {
			if _, err := cache.Parse(target.schema.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

// incompatibilities says why a schema may not follow the earlier versions, at the subject's level. Avro only.
func (s *store) incompatibilities(subject string, next schema, earlier []*version) ([]string, error) {
	level := setting(s.levels, subject, defaultLevel)
	reader, err := s.parse(next)
	reasons := []string{}
	if err != nil || level == "NONE" {
		return reasons, err
	}
	for _, v := range earlier {
		if v.schema.Type != next.Type {
			reasons = append(reasons, fmt.Sprintf("version %d is of another schema type", v.number))
			continue
		}
		writer, err := s.parse(v.schema)
		if err != nil || writer == nil || reader == nil {
			continue
		}
		check := func(direction string, from, to *avro.Schema) {
			if err := avro.CheckCompatibility(from, to); err != nil {
				reasons = append(reasons, fmt.Sprintf("%s version %d: %s", direction, v.number, err))
			}
		}
		if !strings.HasPrefix(level, "FORWARD") {
			check("it cannot read data of", writer, reader)
		}
		if !strings.HasPrefix(level, "BACKWARD") {
			check("its data cannot be read with", reader, writer)
		}
	}
	return reasons, nil
}

// predecessors are the versions that the subject's level compares with.
func (s *store) predecessors(subject string) []*version {
	all := s.versions(subject, active)
	if len(all) > 0 && !strings.HasSuffix(setting(s.levels, subject, defaultLevel), "_TRANSITIVE") {
		return all[len(all)-1:]
	}
	return all
}

func (s *store) find(subject string, number int, w which) *version {
	for _, v := range s.versions(subject, w) {
		if v.number == number {
			return v
		}
	}
	return nil
}
