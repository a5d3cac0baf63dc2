//! Words of helper mode: the 25 provinces, as [`crate::plan::helper::AREAS`].

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Area {
    pub title: &'static str,
    pub names: [&'static str; 25],
}

pub const KM: Area = Area {
    title: "ខេត្ត ឬរាជធានី",
    names: [
        "បន្ទាយមានជ័យ",
        "បាត់ដំបង",
        "កំពង់ចាម",
        "កំពង់ឆ្នាំង",
        "កំពង់ស្ពឺ",
        "កំពង់ធំ",
        "កំពត",
        "កណ្តាល",
        "កោះកុង",
        "ក្រចេះ",
        "មណ្ឌលគិរី",
        "រាជធានីភ្នំពេញ",
        "ព្រះវិហារ",
        "ព្រៃវែង",
        "ពោធិ៍សាត់",
        "រតនគិរី",
        "សៀមរាប",
        "ព្រះសីហនុ",
        "ស្ទឹងត្រែង",
        "ស្វាយរៀង",
        "តាកែវ",
        "ឧត្តរមានជ័យ",
        "កែប",
        "ប៉ៃលិន",
        "ត្បូងឃ្មុំ",
    ],
};

pub const EN: Area = Area {
    title: "Province",
    names: [
        "Banteay Meanchey",
        "Battambang",
        "Kampong Cham",
        "Kampong Chhnang",
        "Kampong Speu",
        "Kampong Thom",
        "Kampot",
        "Kandal",
        "Koh Kong",
        "Kratie",
        "Mondul Kiri",
        "Phnom Penh",
        "Preah Vihear",
        "Prey Veng",
        "Pursat",
        "Ratanak Kiri",
        "Siem Reap",
        "Preah Sihanouk",
        "Stung Treng",
        "Svay Rieng",
        "Takeo",
        "Oddar Meanchey",
        "Kep",
        "Pailin",
        "Tboung Khmum",
    ],
};
