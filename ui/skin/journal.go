package skin

import (
	"context"
	"image"
	"maps"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

// load reads a small picture off the drawing thread.
func (s *Screen) load(read func(context.Context, *journal.Photo) ([]byte, error)) func(context.Context, string) (image.Image, error) {
	return func(ctx context.Context, id string) (image.Image, error) {
		p := (*s.byID.Load())[id]
		if p == nil {
			return nil, &journal.Error{Code: journal.CodeMissing, Field: "photo"}
		}
		b, err := read(ctx, p)
		if err != nil {
			return nil, err
		}
		return photo.Decode(b)
	}
}

// loadView is load for view copies, in the form that the stage draws; a
// thumbnail stays as decoded, which takes a third of that.
func (s *Screen) loadView() func(context.Context, string) (image.Image, error) {
	decoded := s.load(s.deps.Store.PhotoView)
	return func(ctx context.Context, id string) (image.Image, error) {
		m, err := decoded(ctx, id)
		if err != nil {
			return nil, err
		}
		return photo.RGBA(m), nil
	}
}

// whenLoaded calls do now, or once the photos have been read.
func (s *Screen) whenLoaded(do func()) {
	if !s.stale {
		do()
		return
	}
	s.afterLoad = append(s.afterLoad, do)
	s.reload()
}

// reload reads photos and ratings.
func (s *Screen) reload() {
	var photos []*journal.Photo
	ratings := map[journal.Day]float64{}
	s.deps.Run.Run("skin load", func(ctx context.Context) error {
		log, err := s.deps.Store.All(ctx, journal.KindPhoto)
		if err != nil {
			return err
		}
		photos = journal.Select[*journal.Photo](log)
		sortByTime(photos)
		if len(photos) == 0 {
			return nil
		}
		days, err := s.deps.Store.Days(ctx, photos[0].Day, photos[len(photos)-1].Day)
		if err != nil {
			return err
		}
		for _, d := range days {
			if v, ok := d.Severity.Get(); ok {
				ratings[d.Day] = v
			}
		}
		return nil
	}, func(err error) {
		if err != nil {
			s.deps.Dialogs.Problem(kit.ErrorText(err))
			return
		}
		s.stale = false
		s.take(photos, ratings)
		s.follow()
		due := s.afterLoad
		s.afterLoad = nil
		for _, do := range due {
			do()
		}
	})
}

// write saves records as one step that can be undone, and then says what was
// done ("" says nothing).
func (s *Screen) write(said string, records ...journal.Record) {
	// A second change right after this one builds on it. The map is replaced,
	// not changed, because pictures are loaded by it in the background.
	known := maps.Clone(*s.byID.Load())
	for _, r := range records {
		known[string(r.Base().ID)] = r.(*journal.Photo)
	}
	s.byID.Store(&known)
	s.queue(said, func(ctx context.Context) ([]journal.Change, error) {
		return s.deps.Store.Save(context.WithoutCancel(ctx), records...)
	})
}

// remove deletes a photo; it can be undone and asks nothing.
func (s *Screen) remove(p *journal.Photo) {
	if p == nil {
		return
	}
	s.queue("The photo was deleted; Ctrl+Z brings it back.", func(ctx context.Context) ([]journal.Change, error) {
		return s.deps.Store.Delete(ctx, p)
	})
}

// queue does one writing after the other in the order they were asked for.
func (s *Screen) queue(said string, do func(context.Context) ([]journal.Change, error)) {
	s.waiting = append(s.waiting, writing{said, do})
	if len(s.waiting) == 1 {
		s.next()
	}
}

type writing struct {
	said string
	do   func(context.Context) ([]journal.Change, error)
}

func (s *Screen) next() {
	w := s.waiting[0]
	var changes []journal.Change
	s.deps.Run.Run("", func(ctx context.Context) error {
		var err error
		changes, err = w.do(ctx)
		return err
	}, func(err error) {
		s.waiting = s.waiting[1:]
		switch {
		case err != nil:
			s.deps.Dialogs.Problem(kit.ErrorText(err))
		case w.said != "":
			s.deps.Dialogs.Status(w.said)
		}
		if len(changes) > 0 {
			s.deps.Done(changes...)
		}
		if len(s.waiting) > 0 {
			s.next()
			return
		}
		s.reload()
	})
}

// current returns the record as it is now, to be changed and saved.
func (s *Screen) current(p *journal.Photo) *journal.Photo {
	if now := (*s.byID.Load())[string(idOf(p))]; now != nil {
		p = now
	}
	return p.Clone().(*journal.Photo)
}
