//! tmp
use std::fmt::Write; use std::path::{Path,PathBuf};
fn walk(d:&Path,out:&mut Vec<PathBuf>){ let mut e:Vec<_>=std::fs::read_dir(d).unwrap().map(|e|e.unwrap().path()).collect(); e.sort(); for p in e { if p.is_dir(){walk(&p,out)} else if p.extension().is_some_and(|x|x=="toml") && p.file_name().unwrap()!="Cargo.toml" {out.push(p)} } }
fn main(){ let root=PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()); let mut v=vec![]; walk(&root,&mut v); let mut s=String::from("&["); for p in v { writeln!(s,"({:?}, include_str!({:?})),",p.strip_prefix(&root).unwrap().to_str().unwrap(),p.to_str().unwrap()).unwrap(); println!("cargo::rerun-if-changed={}",p.display()); } s.push(']'); std::fs::write(PathBuf::from(std::env::var("OUT_DIR").unwrap()).join("files.rs"),s).unwrap(); }
