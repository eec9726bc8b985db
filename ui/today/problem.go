package today

import "skinward/ui/kit"

// problem is a sentence at a field about what could not be saved. What was
// answered there stays in the field, and the next answer tries again.
type problem struct {
	words *kit.Text
	card  func() // lays the card out anew
}

func newProblem(card func()) *problem {
	p := &problem{words: kit.NewText(kit.Span{Role: kit.Skin, Size: kit.SizeSmall}), card: card}
	p.words.Hide()
	return p
}

// say shows what went wrong; nil takes the sentence away.
func (p *problem) say(err error) {
	if err == nil && p.words.Hidden {
		return
	}
	p.words.SetText(kit.ErrorText(err))
	p.words.Hidden = err == nil
	p.card()
}
