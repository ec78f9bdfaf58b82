// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

//go:build js && wasm

package main

import (
	"net"
	"syscall/js"
)

const readBytes = 64 << 10

// worker is the JavaScript side (worker/worker.mjs). It has a socket for each connection and numbers them. It sends
// the next bytes of a connection only after `consumed`, and we wait for `drained` when `write` answers false: neither
// side ever holds more than one chunk for a peer that does not read.
type worker struct{ host js.Value }

// peer is a connection of the worker and our end of the pipe to the broker.
type peer struct {
	pipe    net.Conn
	guard   *requestGuard // nil: not Kafka
	chunks  chan []byte
	drained chan struct{}
	gone    chan struct{}
}

func connectWorker() worker { return worker{js.Global().Get("fairwayKafkaHost")} }

func (w worker) options() string  { return w.host.Get("options").String() }
func (w worker) failed(err error) { w.host.Call("failed", err.Error()) }

// serve moves bytes until the thread is ended.
func (w worker) serve(listeners map[int]*listener) {
	peers := map[int]*peer{} // touched by the callbacks only, which run one at a time
	on := func(name string, run func(arguments []js.Value)) {
		w.host.Set(name, js.FuncOf(func(_ js.Value, arguments []js.Value) any {
			run(arguments)
			return nil
		}))
	}
	on("accept", func(a []js.Value) { // (id, port, remotePort)
		id, door := a[0].Int(), listeners[a[1].Int()]
		theirs, ours := net.Pipe()
		p := &peer{
			pipe: ours, chunks: make(chan []byte, 1),
			drained: make(chan struct{}, 1), gone: make(chan struct{}),
		}
		if door.kafka {
			p.guard = &requestGuard{}
		}
		peers[id] = p
		go w.toBroker(id, p)
		go w.toClient(id, p)
		go door.offer(theirs, a[2].Int())
	})
	on("data", func(a []js.Value) { // (id, Uint8Array)
		if p := peers[a[0].Int()]; p != nil {
			chunk := make([]byte, a[1].Length())
			js.CopyBytesToGo(chunk, a[1])
			p.chunks <- chunk
		}
	})
	on("drained", func(a []js.Value) { // (id)
		if p := peers[a[0].Int()]; p != nil {
			select {
			case p.drained <- struct{}{}:
			default:
			}
		}
	})
	on("close", func(a []js.Value) { // (id)
		id := a[0].Int()
		if p := peers[id]; p != nil {
			delete(peers, id)
			close(p.gone)
			p.pipe.Close()
		}
	})
	w.host.Call("ready")
	select {}
}

func (w worker) toBroker(id int, p *peer) {
	for {
		select {
		case chunk := <-p.chunks:
			if p.guard != nil {
				passed, err := p.guard.pass(chunk)
				if err != nil {
					p.pipe.Close()
					return
				}
				chunk = passed
			}
			if _, err := p.pipe.Write(chunk); err != nil {
				return
			}
			w.host.Call("consumed", id)
		case <-p.gone:
			return
		}
	}
}

func (w worker) toClient(id int, p *peer) {
	buffer := make([]byte, readBytes)
	for {
		n, err := p.pipe.Read(buffer)
		if n > 0 {
			bytes := js.Global().Get("Uint8Array").New(n)
			js.CopyBytesToJS(bytes, buffer[:n])
			if !w.host.Call("write", id, bytes).Bool() {
				select {
				case <-p.drained:
				case <-p.gone:
				}
			}
		}
		if err != nil {
			w.host.Call("end", id)
			return
		}
	}
}
