package timeline

import (
	"context"
	"image"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

// thumbBytes is how much the thumbnails of one day may hold in memory.
const thumbBytes = 20 << 20

// openPhotos shows the photos of a line that stands for several.
func (s *Screen) openPhotos(r row) {
	byID := map[string]*journal.Photo{}
	for _, p := range r.photos {
		byID[string(p.ID)] = p
	}
	pictures := kit.NewPictures(s.deps.Run, thumbBytes, func(ctx context.Context, id string) (image.Image, error) {
		b, err := s.deps.Store.PhotoThumb(ctx, byID[id])
		if err != nil {
			return nil, err
		}
		m, err := photo.Decode(b)
		if err != nil {
			return nil, err
		}
		return photo.RGBA(m), nil
	})
	var closePanel func()
	thumbs := make([]fyne.CanvasObject, len(r.photos))
	for i, p := range r.photos {
		t := kit.NewThumbnail(pictures, 132, 160, func() {
			closePanel()
			s.open(row{day: r.day, record: p})
		})
		t.OnDelete = func() {
			closePanel()
			s.drop(row{day: r.day, record: p})
		}
		caption := p.Site
		if !p.At.IsZero() {
			caption = kit.CurrentDates().Clock(p.At) + " " + caption
		}
		t.Set(string(p.ID), caption)
		thumbs[i] = t
	}
	title := count(len(thumbs), "photo", "photos") + " of " + kit.CurrentDates().LongYear(r.day)
	closePanel = s.deps.Dialogs.Panel(title, kit.Column(10, kit.Flow(10, thumbs...),
		kit.NewCaption("Return or a tap opens a photo on the Skin screen. Delete deletes it, which can be taken back.")), thumbs[0].(fyne.Focusable))
}
