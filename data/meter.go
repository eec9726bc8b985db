package data

import (
	"context"
	"io"
)

// meter counts bytes for a progress bar.
type meter struct {
	done, total int64
	tell        func(done, total int64)
}

// newMeter expects every byte of m so many times.
func newMeter(m *manifest, times int64, tell func(done, total int64)) *meter {
	c := &meter{tell: tell}
	for _, f := range m.Files {
		c.total += times * f.Bytes
	}
	return c
}

// Write counts p.
func (c *meter) Write(p []byte) (int, error) {
	c.done += int64(len(p))
	if c.tell != nil {
		c.tell(min(c.done, c.total), c.total)
	}
	return len(p), nil
}

// stopping ends a long read when the context does.
type stopping struct {
	ctx context.Context
	r   io.Reader
}

func (s stopping) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}
