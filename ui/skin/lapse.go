package skin

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"path/filepath"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

// saveTimeLapse writes the photos of the site, as they lie on the left one, as
// an animated GIF.
func (s *Screen) saveTimeLapse() {
	here, first := ofSite(s.photos, s.site), s.first
	if len(here) < 2 || first == nil {
		return
	}
	s.deps.Dialogs.SaveFile("Save time-lapse", "time-lapse.gif", func(path string) {
		ctx, cancel := context.WithCancel(context.Background())
		bar := s.deps.Dialogs.Progress("Making the time-lapse", cancel)
		s.deps.Run.Run("skin lapse", func(outer context.Context) error {
			stop := context.AfterFunc(outer, cancel)
			defer stop()
			b, err := s.lapse(ctx, here, first, func(done int) { bar.Report(done, len(here), "") })
			if err != nil {
				return err
			}
			return s.deps.Write(path, b)
		}, func(err error) {
			if ctx.Err() != nil {
				s.deps.Dialogs.Status("Stopped; no file was written.")
				return
			}
			cancel()
			bar.Done()
			if err != nil {
				s.deps.Dialogs.Problem("The time-lapse was not saved: " + kit.ErrorText(err))
				return
			}
			s.deps.Dialogs.Status("Saved " + filepath.Base(path) + ". It holds no place and no device.")
		})
	})
}

// lapse makes the animated file.
func (s *Screen) lapse(ctx context.Context, photos []*journal.Photo, first *journal.Photo, progress func(done int)) ([]byte, error) {
	a := aspect(first)
	w, h := photo.TimeLapseSide, int(photo.TimeLapseSide*a)
	if a > 1 {
		w, h = int(photo.TimeLapseSide/a), photo.TimeLapseSide
	}
	f := photo.FitFrame(w, h, w, h)
	var frames []*image.RGBA
	var base image.Image
	for i, p := range photos {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		m, err := s.loadView()(ctx, string(p.ID))
		if err != nil {
			return nil, err
		}
		if base == nil {
			if base, err = s.loadView()(ctx, string(first.ID)); err != nil {
				return nil, err
			}
		}
		lies := place(first, p, guessOf(base, m, first, p)).lies
		frame := image.NewRGBA(image.Rect(0, 0, w, h))
		draw.Draw(frame, frame.Rect, image.NewUniform(color.Gray{Y: 235}), image.Point{}, draw.Src)
		draw.Draw(frame, frame.Rect, photo.Render(m, lies, f, a), image.Point{}, draw.Over)
		frames = append(frames, frame)
		progress(i + 1)
	}
	var b bytes.Buffer
	if err := photo.WriteTimeLapse(&b, frames, frameDelay); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Lapse returns the time-lapse of the site shown as an animated GIF.
func (s *Screen) Lapse(ctx context.Context) ([]byte, error) {
	return s.lapse(ctx, ofSite(s.photos, s.site), s.first, func(int) {})
}

// guessOf looks for a match unless one is stored.
func guessOf(a, b image.Image, first, second *journal.Photo) guess {
	if first.ID == second.ID || place(first, second, guess{}).stored {
		return guess{}
	}
	lies, _, err := photo.Propose(a, b)
	return guess{lies: lies, found: err == nil}
}
