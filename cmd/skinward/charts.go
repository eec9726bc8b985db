package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"

	"skinward/app/figure"
	"skinward/app/figure/ink"
	"skinward/cmd/work"
)

func chartsCommand() command {
	return command{
		name: "charts", args: "DIR", brief: "write the charts of the journal as SVG and PNG",
		long: `Into the folder DIR, which is made when it is not there:

  course-OUTCOME        day by day, with bars for treatments and courses
  bands-OUTCOME         days by how the skin was
  lags-FACTOR-OUTCOME   difference on each day after, of the surest findings
  with-without-...      days after the factor beside the others
  matrix                factors by outcomes

The files written are listed. What lacks the days to be drawn is named instead.`,
		flags: func(*flag.FlagSet) action {
			return func(ctx context.Context, c *call) error {
				dir, err := c.one("the DIR to write into")
				if err != nil {
					return err
				}
				return writeCharts(ctx, c, dir)
			}
		},
	}
}

func writeCharts(ctx context.Context, c *call, dir string) error {
	s, err := c.reader(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	desk, err := c.deskWithFoods(s)
	if err != nil {
		return err
	}
	b := newBar(c.Env, "Comparing")
	charts, err := desk.Charts(ctx, b.share)
	b.end()
	if err != nil {
		return err
	}
	if len(charts) == 0 {
		return errors.New("nothing to draw: the skin was never recorded in this journal")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, ch := range charts {
		if err := ctx.Err(); err != nil {
			return err
		}
		if !ch.Figure.Ready() {
			fmt.Fprintf(c.Out, "not drawn: %s. %s\n", ch.Name, ch.Figure.Say())
			continue
		}
		if err := writeChart(c, filepath.Join(dir, ch.Name), ch); err != nil {
			return err
		}
	}
	return nil
}

// Room around a chart that stands alone, in units of the drawing.
const (
	chartMargin = 16
	chartHead   = 26
)

// writeChart draws the chart under its title, once for both files.
func writeChart(c *call, name string, ch work.Chart) error {
	pal := figure.Light()
	d := ink.New(ch.Width+2*chartMargin, ch.Height+2*chartMargin+chartHead)
	d.Say(chartMargin, chartMargin+pal.Text, pal.Text*1.2, true, pal.Ink, ch.Title)
	if err := ch.Figure.Draw(d, ink.Rect{X: chartMargin, Y: chartMargin + chartHead, W: ch.Width, H: ch.Height}, pal); err != nil {
		return err
	}
	err := work.WriteBytes(name+".svg", ink.SVG(d, ch.Title+". "+ch.Figure.Say(), pal.Ground))
	if err != nil {
		return err
	}
	const dense = 2 // pixels per unit, for good screens
	err = work.WriteFile(name+".png", func(w io.Writer) error {
		return png.Encode(w, ink.Raster(d, int(math.Ceil(d.W*dense)), int(math.Ceil(d.H*dense)), pal.Ground))
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(c.Out, name+".svg")
	fmt.Fprintln(c.Out, name+".png")
	return nil
}
