// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/binary"
	"fmt"

	"github.com/twmb/franz-go/pkg/kmsg"
)

const (
	// size, API key and version, which is what a request starts with
	headerBytes = 4 + 2 + 2
	// Kafka's own default of socket.request.max.bytes
	maxRequestBytes = 100 << 20
)

// requestGuard looks at the start of every request before kfake does. kfake allocates whatever size a request names
// and ends the whole program at an API key that it does not know: a browser or a port scanner would take the cluster
// down. Like a real broker, we close the connection.
type requestGuard struct {
	header    []byte
	remaining int // bytes of the present request that are still to come
}

// pass answers what may go on to the broker by now: all but an incomplete header.
func (g *requestGuard) pass(chunk []byte) ([]byte, error) {
	passed := make([]byte, 0, len(g.header)+len(chunk))
	for len(chunk) > 0 {
		if g.remaining > 0 {
			n := min(g.remaining, len(chunk))
			passed, chunk = append(passed, chunk[:n]...), chunk[n:]
			g.remaining -= n
			continue
		}
		n := min(headerBytes-len(g.header), len(chunk))
		g.header, chunk = append(g.header, chunk[:n]...), chunk[n:]
		if len(g.header) < headerBytes {
			break
		}
		size := binary.BigEndian.Uint32(g.header)
		if size < headerBytes || size > maxRequestBytes {
			return nil, fmt.Errorf("a request of %d bytes", size)
		}
		if key := int16(binary.BigEndian.Uint16(g.header[4:])); kmsg.RequestForKey(key) == nil {
			return nil, fmt.Errorf("a request with the API key %d", key)
		}
		passed = append(passed, g.header...)
		g.remaining = int(size) - (headerBytes - 4)
		g.header = g.header[:0]
	}
	return passed, nil
}
