//! A layered layout: nodes in rows from top to bottom, lines only between neighbouring rows.
//!
//! The usual four steps: rows are given; lines over several rows get a bend in each row between; the order in each row
//! is improved by medians of neighbours; then places are pulled towards neighbours without changing the order.

/// A node to place.
#[derive(Debug, Clone)]
pub struct Node {
    pub row: usize,
    pub width: f64,
    pub height: f64,
}

/// Where everything is.
#[derive(Debug)]
pub struct Layout {
    /// The middle of each node.
    pub centres: Vec<(f64, f64)>,
    /// For each line the points where it leaves and enters the bands of rows, from the upper node to the lower one.
    pub lines: Vec<Vec<(f64, f64)>>,
    pub width: f64,
    pub height: f64,
}

const BETWEEN: f64 = 26.0;
const ROWS_APART: f64 = 34.0;
const BEND: f64 = 10.0;
const SWEEPS: usize = 24;

/// Places nodes and the lines between them; each line goes from an upper to a lower row.
pub fn layout(nodes: &[Node], lines: &[(usize, usize)]) -> Layout {
    let mut graph = Rows::new(nodes, lines);
    graph.order();
    graph.places();
    graph.finish(nodes, lines)
}

/// Nodes and bends in their rows.
struct Rows {
    /// The row, width and height of each node and bend.
    items: Vec<Node>,
    /// The items of each row, from left to right.
    rows: Vec<Vec<usize>>,
    above: Vec<Vec<usize>>,
    below: Vec<Vec<usize>>,
    /// The items each line goes through.
    chains: Vec<Vec<usize>>,
    x: Vec<f64>,
}

impl Rows {
    fn new(nodes: &[Node], lines: &[(usize, usize)]) -> Self {
        let mut items = nodes.to_vec();
        let row = |items: &[Node], at: usize| items.get(at).map_or(0, |node| node.row);
        let mut chains = Vec::new();
        for &(upper, lower) in lines {
            let mut chain = vec![upper];
            for between in row(&items, upper) + 1..row(&items, lower) {
                chain.push(items.len());
                items.push(Node { row: between, width: BEND, height: 0.0 });
            }
            chain.push(lower);
            chains.push(chain);
        }
        let count = items.iter().map(|item| item.row + 1).max().unwrap_or(0);
        let mut rows = vec![Vec::new(); count];
        for (at, item) in items.iter().enumerate() {
            if let Some(row) = rows.get_mut(item.row) {
                row.push(at);
            }
        }
        let (mut above, mut below) = (vec![Vec::new(); items.len()], vec![Vec::new(); items.len()]);
        for pair in chains.iter().flat_map(|chain: &Vec<usize>| chain.windows(2)) {
            if let [upper, lower] = *pair {
                below.get_mut(upper).into_iter().for_each(|below: &mut Vec<usize>| below.push(lower));
                above.get_mut(lower).into_iter().for_each(|above: &mut Vec<usize>| above.push(upper));
            }
        }
        let x = vec![0.0; items.len()];
        Self { items, rows, above, below, chains, x }
    }

    /// The place of each item in its row.
    fn ranks(&self) -> Vec<f64> {
        let mut ranks = vec![0.0; self.items.len()];
        for row in &self.rows {
            for (rank, &item) in row.iter().enumerate() {
                if let Some(slot) = ranks.get_mut(item) {
                    *slot = rank as f64;
                }
            }
        }
        ranks
    }

    /// Orders the rows so that few lines cross; the best order that was met is kept.
    fn order(&mut self) {
        let mut best = (self.crossings(), self.rows.clone());
        for sweep in 0..SWEEPS {
            let down = sweep % 2 == 0;
            let count = self.rows.len();
            for step in 1..count {
                let at = if down { step } else { count - 1 - step };
                let ranks = self.ranks();
                let neighbours = if down { &self.above } else { &self.below };
                let wish = |item: usize| {
                    let own = ranks.get(item).copied().unwrap_or(0.0);
                    mean(neighbours.get(item).into_iter().flatten().filter_map(|&other| ranks.get(other).copied()))
                        .unwrap_or(own)
                };
                let Some(row) = self.rows.get(at) else { continue };
                let mut wished: Vec<(f64, usize)> = row.iter().map(|&item| (wish(item), item)).collect();
                wished.sort_by(|one, two| one.0.total_cmp(&two.0));
                let row: Vec<usize> = wished.into_iter().map(|(_, item)| item).collect();
                if let Some(slot) = self.rows.get_mut(at) {
                    *slot = row;
                }
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.rows.clone());
            }
        }
        self.rows = best.1;
    }

    fn crossings(&self) -> usize {
        let ranks = self.ranks();
        let rank = |item: usize| ranks.get(item).copied().unwrap_or(0.0);
        let mut count = 0;
        for row in &self.rows {
            let ends: Vec<(f64, f64)> = row
                .iter()
                .flat_map(|&item| self.below.get(item).into_iter().flatten().map(move |&to| (item, to)))
                .map(|(from, to)| (rank(from), rank(to)))
                .collect();
            for (at, one) in ends.iter().enumerate() {
                let crosses = |two: &&(f64, f64)| (one.0 - two.0) * (one.1 - two.1) < 0.0;
                count += ends.iter().skip(at + 1).filter(crosses).count();
            }
        }
        count
    }

    /// Pulls items towards their neighbours, again and again, and keeps them apart.
    fn places(&mut self) {
        for at in 0..self.rows.len() {
            self.settle(at, |_, _| None);
        }
        for sweep in 0..SWEEPS {
            let count = self.rows.len();
            for step in 0..count {
                let at = if sweep % 2 == 0 { step } else { count - 1 - step };
                self.settle(at, |rows, item| {
                    let both = rows.above.get(item).into_iter().chain(rows.below.get(item)).flatten();
                    mean(both.filter_map(|&other| rows.x.get(other).copied()))
                });
            }
        }
    }

    /// Places the items of a row where they wish to be, as far as the order lets them.
    fn settle(&mut self, at: usize, wish: impl Fn(&Self, usize) -> Option<f64>) {
        let Some(row) = self.rows.get(at).cloned() else { return };
        let own = |item: usize| self.x.get(item).copied().unwrap_or(0.0);
        let half = |item: usize| self.items.get(item).map_or(0.0, |node| node.width / 2.0);
        let wished: Vec<f64> = row.iter().map(|&item| wish(self, item).unwrap_or_else(|| own(item))).collect();
        let apart = |left: usize, right: usize| half(left) + BETWEEN + half(right);
        let mut rightward = wished.clone();
        let mut leftward = wished;
        for at in 1..row.len() {
            if let (Some(&left), Some(&right), Some(&before)) = (row.get(at - 1), row.get(at), rightward.get(at - 1))
                && let Some(place) = rightward.get_mut(at)
            {
                *place = place.max(before + apart(left, right));
            }
        }
        for at in (1..row.len()).rev() {
            if let (Some(&left), Some(&right), Some(&after)) = (row.get(at - 1), row.get(at), leftward.get(at))
                && let Some(place) = leftward.get_mut(at - 1)
            {
                *place = place.min(after - apart(left, right));
            }
        }
        for ((item, right), left) in row.iter().zip(rightward).zip(leftward) {
            if let Some(slot) = self.x.get_mut(*item) {
                *slot = f64::midpoint(right, left);
            }
        }
    }

    fn finish(self, nodes: &[Node], lines: &[(usize, usize)]) -> Layout {
        let half = |item: usize| self.items.get(item).map_or(0.0, |node| node.width / 2.0);
        let x = |item: usize| self.x.get(item).copied().unwrap_or(0.0);
        let left = (0..self.items.len()).map(|item| x(item) - half(item)).fold(f64::INFINITY, f64::min);
        let left = if left.is_finite() { left } else { 0.0 };
        let width = (0..self.items.len()).map(|item| x(item) + half(item) - left).fold(0.0, f64::max);
        let mut bands = Vec::new();
        let mut y = 0.0;
        for row in &self.rows {
            let height =
                row.iter().filter_map(|&item| self.items.get(item)).map(|node| node.height).fold(0.0, f64::max);
            bands.push((y, y + height));
            y += height + ROWS_APART;
        }
        let band =
            |item: usize| self.items.get(item).and_then(|node| bands.get(node.row)).copied().unwrap_or((0.0, 0.0));
        let centre = |item: usize| {
            let (top, bottom) = band(item);
            (x(item) - left, f64::midpoint(top, bottom))
        };
        let point = |item: usize, first: bool, last: bool| {
            let ((x, middle), (top, bottom)) = (centre(item), band(item));
            let reach = self.items.get(item).map_or(0.0, |node| node.height / 2.0);
            match (first, last) {
                (true, _) => vec![(x, middle + reach), (x, bottom)],
                (_, true) => vec![(x, top), (x, middle - reach)],
                _ => vec![(x, top), (x, bottom)],
            }
        };
        let path = |chain: &Vec<usize>| {
            let end = chain.len().saturating_sub(1);
            chain.iter().enumerate().flat_map(|(at, &item)| point(item, at == 0, at == end)).collect()
        };
        debug_assert_eq!(lines.len(), self.chains.len());
        Layout {
            centres: (0..nodes.len()).map(centre).collect(),
            lines: self.chains.iter().map(path).collect(),
            width,
            height: (y - ROWS_APART).max(0.0),
        }
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_of_a_row_stay_apart_and_rows_follow_each_other() {
        let node = |row, width| Node { row, width, height: 20.0 };
        let nodes = [node(0, 30.0), node(1, 80.0), node(1, 60.0), node(3, 40.0)];
        let placed = layout(&nodes, &[(0, 1), (0, 2), (1, 3), (2, 3), (0, 3)]);
        let x = |at: usize| placed.centres[at].0;
        assert!((x(1) - x(2)).abs() >= 70.0 + BETWEEN);
        assert!(placed.centres[0].1 < placed.centres[1].1 && placed.centres[1].1 < placed.centres[3].1);
        // A line over two rows has a bend in each row between.
        assert_eq!(placed.lines[4].len(), 2 + 2 * 2 + 2);
        assert!(placed.lines.iter().all(|line| line.windows(2).all(|pair| pair[0].1 <= pair[1].1)));
    }

    #[test]
    fn nothing_to_place_is_no_mistake() {
        let placed = layout(&[], &[]);
        assert_eq!((placed.width, placed.height), (0.0, 0.0));
    }
}
