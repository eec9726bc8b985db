package kit

import (
	"container/list"
	"context"
	"image"
	"sync"
)

// Pictures loads small pictures in the background and keeps the latest ones
// within a limit of bytes. Hand in thumbnails (about 256 px), never originals.
type Pictures struct {
	run     Runner
	load    func(ctx context.Context, id string) (image.Image, error)
	limit   int
	workers chan struct{} // two at a time, so that scrolling stays smooth

	mu    sync.Mutex
	used  int
	order *list.List // of *kept, latest first
	byID  map[string]*list.Element
}

type kept struct {
	id      string
	picture image.Image
	bytes   int
}

// NewPictures returns a cache of at most limit bytes over load.
func NewPictures(run Runner, limit int, load func(ctx context.Context, id string) (image.Image, error)) *Pictures {
	return &Pictures{
		run: run, load: load, limit: limit, workers: make(chan struct{}, 2),
		order: list.New(), byID: map[string]*list.Element{},
	}
}

// Get returns a picture that is at hand.
func (p *Pictures) Get(id string) (image.Image, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	e, ok := p.byID[id]
	if !ok {
		return nil, false
	}
	p.order.MoveToFront(e)
	return e.Value.(*kept).picture, true
}

// Ask loads a picture for the asker named by key and calls done on the drawing
// thread. A later Ask of the same asker drops the earlier one.
func (p *Pictures) Ask(key, id string, done func(image.Image, error)) {
	if picture, ok := p.Get(id); ok {
		p.run.Cancel(key)
		done(picture, nil)
		return
	}
	var picture image.Image
	p.run.Run(key, func(ctx context.Context) error {
		select {
		case p.workers <- struct{}{}:
			defer func() { <-p.workers }()
		case <-ctx.Done():
			return ctx.Err()
		}
		var err error
		if picture, err = p.load(ctx, id); err == nil {
			p.keep(id, picture)
		}
		return err
	}, func(err error) { done(picture, err) })
}

// Forget drops a picture, for instance after it was changed.
func (p *Pictures) Forget(id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if e, ok := p.byID[id]; ok {
		p.drop(e)
	}
}

// Bytes returns what the pictures at hand take.
func (p *Pictures) Bytes() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.used
}

func (p *Pictures) keep(id string, picture image.Image) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if e, ok := p.byID[id]; ok {
		p.drop(e)
	}
	size := picture.Bounds().Size()
	k := &kept{id: id, picture: picture, bytes: size.X * size.Y * 4}
	p.byID[id] = p.order.PushFront(k)
	p.used += k.bytes
	for p.used > p.limit && p.order.Len() > 1 {
		p.drop(p.order.Back())
	}
}

func (p *Pictures) drop(e *list.Element) {
	k := p.order.Remove(e).(*kept)
	delete(p.byID, k.id)
	p.used -= k.bytes
}
