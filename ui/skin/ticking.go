package skin

import (
	"image"
	"time"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

// blinkDelay is how long each photo stands while they take turns.
const blinkDelay = 600 * time.Millisecond

// start lets blink or time-lapse run.
func (c *pairCard) start() {
	c.ticking = true
	c.turn++
	c.play.SetIcon("pause")
	c.tickLater(c.turn)
}

// stop ends it.
func (c *pairCard) stop() {
	c.ticking = false
	c.turn++
	c.play.SetIcon("play")
}

func (c *pairCard) togglePlay() {
	if c.ticking {
		c.stop()
		return
	}
	c.tick()
	c.start()
}

func (c *pairCard) tickLater(turn int) {
	d := blinkDelay
	if c.stage.mode == timeLapse {
		d = frameDelay
	}
	c.s.deps.After(d, func() {
		if c.ticking && c.turn == turn && c.s.shown {
			c.tick()
			c.tickLater(turn)
		}
	})
}

// tick shows the other photo, or the next one of the time-lapse.
func (c *pairCard) tick() {
	if c.stage.mode != timeLapse {
		c.stage.front = !c.stage.front
		c.stage.Refresh()
		return
	}
	here := ofSite(c.s.photos, c.s.site)
	if len(here) == 0 {
		return
	}
	c.frame = (c.frame + 1) % len(here)
	c.showFrame(here[c.frame])
}

// showFrame shows one photo of the time-lapse as it lies on the first.
func (c *pairCard) showFrame(p *journal.Photo) {
	c.s.views.Ask("skin frame", string(p.ID), func(m image.Image, err error) {
		if err != nil || c.stage.mode != timeLapse {
			return
		}
		show := func() {
			if c.stage.mode != timeLapse || c.shownFrame != p.ID {
				return
			}
			c.stage.front = true
			c.stage.set(c.stage.first, layer{photo.RGBA(m), c.s.place(c.s.first, p).lies}, aspect(c.s.first))
		}
		c.shownFrame = p.ID
		show()
		if c.first != nil {
			c.s.guess("skin frame guess", c.s.first, p, c.first, m, show)
		}
		c.hint.Hidden = false
		c.hint.SetSpans(kit.Span{Text: kit.CurrentDates().ShortYear(p.Day), Bold: true, Size: kit.SizeControl},
			kit.Span{Text: "  " + underPhoto(p, c.s.ratings), Role: kit.Muted, Size: kit.SizeSmall})
		c.card.Refresh()
	})
}
